using Regard.Organisation;
using Regard.Post.Watch;
namespace Regard.Cases;

/// <summary>What a customer says on the public page: what happened, and how to be reached.</summary>
/// <param name="Key">Made for each sending and known to its sender only: what is sent twice is taken once, with the same receipt.</param>
/// <param name="Contact">A name, an address or a telephone number, as the customer likes.</param>
/// <param name="UnitCode">Of the unit whose poster was read; the whole company without.</param>
public sealed record HearPublicCase(Guid Key, string Words, string? Contact = null, string? UnitCode = null) : Change<CaseHeard>
{
    public const int LongestWords = 5000, LongestContact = 100;

    internal override Permission Needs => Permission.Public;
    internal override string? Subject => UnitCode;

    internal override IEnumerable<Problem> Check()
    {
        if (Key == default) yield return new(nameof(Key), "This page is too old. Please open it once more.");
        if (string.IsNullOrWhiteSpace(Words)) yield return new(nameof(Words), "Tell us what happened.");
        else if (Words.Length > LongestWords) yield return new(nameof(Words), "At most {0} characters.", LongestWords);
        if (Contact?.Length > LongestContact) yield return new(nameof(Contact), "At most {0} characters.", LongestContact);
    }

    internal override async Task<CaseHeard> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        // An old poster of a unit that is no more still takes the complaint.
        var unit = UnitCode is { } code && tree.FindCode(code) is { } found && found.Kind != UnitKind.Competitor && !(found.ClosedOn <= s.Today) ? found : tree.Roots.FirstOrDefault() ?? throw new NotFound("There is no such page.");
        var (contact, receipt) = (CaseTexts.Plain(Contact), ReceiptCode.Of(Key));
        var heard = await new HearCase
        {
            Key = new(ReceiptCode.CaseOf(Key)), Receipt = receipt, UnitId = unit.Id, Words = Words, Channel = CaseChannel.Web, LanguageTag = s.Caller.Language.Tag(),
            ContactEmail = IsAddress(contact) ? contact : null, ContactPhone = IsPhone(contact) ? contact : null, ContactName = IsAddress(contact) || IsPhone(contact) ? null : contact,
        }.Run(s);
        if (heard.Receipt is not null) await CaseTold.Owner(s, heard.Number);
        await new NoteHeard(Source.ComplaintPage).Run(s);
        return heard with { Receipt = receipt };
    }

    static bool IsAddress(string? text) => text is not null && text.Contains('@', StringComparison.Ordinal);
    static bool IsPhone(string? text) => text is not null && Customers.Canonical.Phone(text) is not null;
}
