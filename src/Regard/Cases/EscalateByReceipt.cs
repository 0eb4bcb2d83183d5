namespace Regard.Cases;

/// <summary>The customer asks for a superior, which is the customer's right: the next head up the tree is told, and has a time to answer in.</summary>
public sealed record EscalateByReceipt(string Code, string? Words = null) : Change<Done>
{
    internal override Permission Needs => Permission.Public;
    internal override IEnumerable<Problem> Check() => CaseTexts.Optional(nameof(Words), Words, HearPublicCase.LongestWords);

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.Hold(s, await CaseReceipts.Number(s, Code));
        var words = CaseTexts.Plain(Words) ?? "";
        await CaseStore.Change(s, c, await CaseEscalations.Raise(s, await CasePauses.End(s, await AnswerByReceipt.Opened(s, c)), words));
        return default;
    }
}
