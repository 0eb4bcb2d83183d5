namespace Regard.Cases;

/// <summary>The customer writes once more, by the code alone. Waiting for the customer ends; a case that was closed not long ago opens again.</summary>
public sealed record AnswerByReceipt(string Code, string Words) : Change<Done>
{
    /// <summary>After so many days a matter is told anew.</summary>
    public const int OpensAgainDays = 90;
    /// <summary>More than so many of the customer's words in a day are a machine's.</summary>
    const int MostADay = 20;

    internal override Permission Needs => Permission.Public;

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Words)) yield return new(nameof(Words), "Write down what you want to tell us.");
        else if (Words.Length > HearPublicCase.LongestWords) yield return new(nameof(Words), "At most {0} characters.", HearPublicCase.LongestWords);
    }

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.Hold(s, await CaseReceipts.Number(s, Code));
        var today = await s.Value<long>("select count(*) from case_notes where customer_id = @CustomerId and case_id = @Id and kind = 'Received' and written_at > @since", new { c.CustomerId, c.Id, since = s.Now.AddDays(-1) });
        if (today >= MostADay) throw new Refused("You have written often today. Please wait until tomorrow, or call us.");
        var heard = await Opened(s, c);
        await CaseNotes.Put(s, heard, CaseNoteKind.Received, Words.Trim(), CaseChannel.Web);
        await CaseStore.Change(s, c, await CaseNotes.Felt(s, heard, CaseNoteKind.Received));
        return default;
    }

    internal static async Task<Case> Opened(Session s, Case c)
    {
        if (c.IsOpen) return c;
        if (c.ClosedAt < s.Now.AddDays(-OpensAgainDays)) throw new Refused("This matter was closed long ago. Please tell us anew what happened.");
        return await ReopenCase.Reopened(s, c, "");
    }
}
