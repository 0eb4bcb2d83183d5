using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Surveys;

[JsonConverter(typeof(JsonStringEnumConverter<AnsweringState>))]
public enum AnsweringState { NotYet, Open, Answered, Closed }

/// <summary>What a respondent sees on following a link: the form, how far they came, or that it is over.</summary>
public sealed record BeginResponse(Respondent Who) : Question<Answering>
{
    internal override Permission Needs => Permission.Public;

    internal override async Task<Answering> Run(Session s)
    {
        var at = await Who.Find(s);
        var answered = at.Invitation is { } invitation ? invitation.SubmittedAt is not null : await WasKept(s, at);
        var state = answered ? AnsweringState.Answered : at.Wave.State == WaveState.Planned ? AnsweringState.NotYet : at.Wave.WhyNoAnswers(s.Today) is null ? AnsweringState.Open : AnsweringState.Closed;
        var tree = await UnitStore.Tree(s, at.Wave.TreeDay);
        var unit = at.Invitation?.UnitId ?? at.Wave.OpenUnitId ?? (Who.UnitCode is { Length: > 0 } code ? tree.FindCode(code)?.Id : null);
        return new()
        {
            State = state, IsFirstVisit = at.Invitation is { OpenedAt: null }, Document = (await FormStore.Version(s, at.Wave.FormVersionId)).Document,
            Unit = unit is { } id ? tree.Find(id) : null,
            Units = unit is null ? [.. tree.All.Where(u => tree.IsLeaf(u.Id))] : [],
            Draft = state == AnsweringState.Open ? await RespondentStore.Draft(s, at.CustomerId, at.Id) : null,
            Language = at.Invitation is null ? null : Languages.FromTag(await s.Value<string?>("select language_tag from customers where customer_id = @CustomerId", new { at.CustomerId })),
        };
    }

    static async Task<bool> WasKept(Session s, Respondent.Place at) => at.Id != Guid.Empty && await s.Value<long>(
        "select count(*) from responses where customer_id = @CustomerId and id = @id", new { at.CustomerId, id = new Id<Response>(at.Id) }) > 0;
}

public sealed record Answering
{
    public required AnsweringState State { get; init; }
    public required FormDocument Document { get; init; }
    /// <summary>The personal link was not followed before.</summary>
    public bool IsFirstVisit { get; init; }
    /// <summary>What it is about, when known already.</summary>
    public Unit? Unit { get; init; }
    /// <summary>What to choose from, when it is not.</summary>
    public IReadOnlyList<Unit> Units { get; init; } = [];
    public AnswerDraft? Draft { get; init; }
    /// <summary>The language that the customer is known to read.</summary>
    public Language? Language { get; init; }
}
