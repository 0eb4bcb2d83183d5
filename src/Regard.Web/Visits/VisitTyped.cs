using Regard.Organisation;
using Regard.Surveys;
using Regard.Visits;
using Regard.Web.Cases;
using Regard.Web.Ui;
namespace Regard.Web.Visits;

/// <summary>A visit as the form or the phone sends it. Fields of the visit itself start with "visit.", which no item's key can.</summary>
public sealed record VisitTyped
{
    public Guid Key { get; init; } = Guid.NewGuid();
    public string? Unit { get; init; }
    public string? Kind { get; init; }
    public string? Form { get; init; }
    public string? Order { get; init; }
    public string? Person { get; init; }
    public string? Role { get; init; }
    public string? Shift { get; init; }
    public string? Day { get; init; }
    public string? Notes { get; init; }
    public Answers Answers { get; init; } = [];

    public Id<FormVersion>? FormId => Id<FormVersion>.TryParse(Form, null, out var id) ? id : null;
    public Id<Unit>? UnitId => Id<Unit>.TryParse(Unit, null, out var id) ? id : null;
    public VisitKind? KindOf => Enum.TryParse<VisitKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public static VisitTyped Of(IFormCollection sent) => new()
    {
        Key = Guid.TryParse(sent["visit.key"], out var key) ? key : Guid.NewGuid(), Unit = sent["visit.unit"], Kind = sent["visit.kind"], Form = sent["visit.form"], Order = sent["visit.order"],
        Person = sent["visit.person"], Role = sent["visit.role"], Shift = sent["visit.shift"], Day = sent["visit.day"], Notes = sent["visit.notes"],
    };

    public VisitTyped With(FormDocument form, IFormCollection sent) => this with { Answers = AnswerReader.Read(form, key => [.. sent[key].OfType<string>()]) };

    public async Task<SubmitVisit> Submit(IFormFileCollection files) => new()
    {
        Key = Key, UnitId = UnitId ?? throw new Invalid("Unit", "Choose a unit."), Kind = KindOf ?? throw new Invalid("Kind", "Choose what kind of visit it is."), FormVersionId = FormId ?? throw new Invalid("Form", "Choose a form."),
        OrderId = Id<VisitOrder>.TryParse(Order, null, out var order) ? order : null, PersonId = Id<Person>.TryParse(Person, null, out var person) ? person : null,
        RoleMet = Enum.TryParse<RoleMet>(Role, out var role) && Enum.IsDefined(role) ? role : null, Shift = Enum.TryParse<ShiftMet>(Shift, out var shift) && Enum.IsDefined(shift) ? shift : null, Day = Forms.Day(Day), Notes = Notes ?? "", Answers = Answers, Photos = await PhotosOf(files),
    };

    /// <summary>Each under "photo." and the key of its item.</summary>
    public static async Task<IReadOnlyList<SentPhoto>> PhotosOf(IFormFileCollection files)
    {
        var photos = new List<SentPhoto>();
        foreach (var file in files.Where(f => f.Length > 0 && f.Name.StartsWith("photo.", StringComparison.Ordinal)))
        {
            await using var content = file.OpenReadStream();
            photos.Add(new(file.Name["photo.".Length..], await CaseFileRoutes.Body(content), file.FileName));
        }
        return photos;
    }
}
