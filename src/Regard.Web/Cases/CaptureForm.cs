using System.Globalization;
using System.Text.RegularExpressions;
using Regard.Cases;
using Regard.Organisation;
namespace Regard.Web.Cases;

/// <summary>What an employee took down on the spot, as the form or the phone sends it.</summary>
public sealed partial record CaptureForm
{
    [GeneratedRegex(@"[^\s,;，；、]+@[^\s,;，；、]+")]
    private static partial Regex Email();

    [GeneratedRegex(@"\+?\d[\d\s()-]{5,}\d")]
    private static partial Regex Phone();

    public Guid Key { get; init; } = Guid.NewGuid();
    public string? Words { get; init; }
    /// <summary>A name, a telephone number, an e-mail address, in any order.</summary>
    public string? Contact { get; init; }
    public int Anger { get; init; }
    public string? Kind { get; init; }
    public string? Unit { get; init; }
    public string? About { get; init; }
    public bool IsOwnMistake { get; init; }
    public DateTimeOffset? HeardAt { get; init; }
    public string? Language { get; init; }

    public static CaptureForm Of(IFormCollection sent) => new()
    {
        Key = Guid.TryParse(sent["key"], out var key) ? key : Guid.NewGuid(), Words = sent["words"], Contact = sent["contact"], Kind = sent["kind"], Unit = sent["unit"], About = sent["about"], Language = sent["language"],
        Anger = int.TryParse(sent["anger"], NumberStyles.None, CultureInfo.InvariantCulture, out var anger) ? anger : 0, IsOwnMistake = sent["own"] == "yes",
        HeardAt = DateTimeOffset.TryParse(sent["heard"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null,
    };

    /// <summary>The case that it becomes; at the place where its hearer works when none is named.</summary>
    public HearCase Hear(Id<Unit>? home, DateTimeOffset now)
    {
        var contact = (Contact ?? "").Trim();
        var email = Email().Match(contact).Value;
        var phone = Phone().Match(contact.Replace(email.Length > 0 ? email : "\0", " ", StringComparison.Ordinal)).Value;
        var name = contact;
        foreach (var part in new[] { email, phone }) if (part.Length > 0) name = name.Replace(part, " ", StringComparison.Ordinal);
        return new()
        {
            Key = new(Key), UnitId = Id<Unit>.TryParse(Unit, null, out var unit) ? unit : home ?? throw new Invalid("unit", "Choose a unit."), Words = Words ?? "", Anger = Anger,
            Kind = Enum.TryParse<CaseKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : CaseKind.Complaint, AboutId = Id<Person>.TryParse(About, null, out var about) ? about : null, IsOwnMistake = IsOwnMistake,
            ContactName = Rest(name), ContactEmail = Rest(email), ContactPhone = Rest(phone), LanguageTag = Languages.FromTag(Language)?.Tag(), HeardAt = HeardAt < now ? HeardAt : null,
        };
    }

    static string? Rest(string text) => text.Trim(' ', ',', ';', '，', '；', '、') is { Length: > 0 } rest ? rest : null;
}
