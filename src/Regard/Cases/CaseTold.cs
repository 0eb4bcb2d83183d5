using Regard.Organisation;
using Regard.Post;
using Regard.Post.Templates;
namespace Regard.Cases;

/// <summary>Tells whoever owns a case that nobody of ours heard that it is there.</summary>
static class CaseTold
{
    /// <remarks>Without the customer's words, and without the number as customers answer to it: what a colleague answers to this is no word of the customer.</remarks>
    public static async Task Owner(Session s, long number)
    {
        if (!(await new WaysOut().Run(s)).Mail) return;
        var c = await CaseStore.ByNumber(s, number);
        var owner = await PersonStore.Find(s, c.OwnerId);
        if (Email.Problems(owner.Email).Any()) return;
        var (language, tree, address) = (owner.Language, await UnitStore.Tree(s, s.Today), await PublicAddress.Of(s));
        var said = await new FillTemplate("case-came", language, new Dictionary<string, string>
        {
            ["name"] = owner.Name, ["number"] = $"{number}", ["unit"] = tree.Find(c.UnitId)?.Name ?? "", ["company"] = tree.Roots[0].Name,
            ["link"] = address is null ? Words.Of("Regard, under My work").In(language) : $"{address}{CaseWork.Path(c)}",
        }).Run(s);
        await new PutMessage(MessageKind.Mail, owner.Email, said.Subject, said.Body) { Key = $"case came {c.Id}" }.Run(s);
    }
}
