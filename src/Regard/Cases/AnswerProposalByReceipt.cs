namespace Regard.Cases;

/// <summary>The customer accepts or declines what we propose, by the code alone.</summary>
public sealed record AnswerProposalByReceipt(string Code, bool Accepts, string? Words = null) : Change<Done>
{
    internal override Permission Needs => Permission.Public;
    internal override IEnumerable<Problem> Check() => CaseTexts.Optional(nameof(Words), Words, HearPublicCase.LongestWords);

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.Hold(s, await CaseReceipts.Number(s, Code));
        if (!c.IsOpen) throw new Refused("There is no proposal that waits for an answer.");
        await CaseStore.Change(s, c, await AnswerProposal.Noted(s, c, Accepts, CaseChannel.Web, CaseTexts.Plain(Words)));
        return default;
    }
}
