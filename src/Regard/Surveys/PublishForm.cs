using Regard.Indicators;
namespace Regard.Surveys;

/// <summary>Makes the draft that was seen the next version, which never changes.</summary>
public sealed record PublishForm(Id<Form> Id, long Revision) : Change<Id<FormVersion>>
{
    internal override Permission Needs => Permission.EditForms;
    internal override string Subject => Id.ToString();

    internal override async Task<Id<FormVersion>> Run(Session s)
    {
        (await FormStore.Form(s, Id)).MustBeInUse();
        var draft = await FormStore.Draft(s, Id);
        if (draft.Revision != Revision) throw Stale.SavedMeanwhile(draft.SavedBy, draft.SavedAt);
        var problems = FormRules.Problems(draft.Document).Concat(await UnknownIndicators(s, draft.Document)).ToList();
        if (problems.Count > 0) throw new Invalid(problems);
        var newest = await FormStore.NewestVersion(s, Id);
        if (newest?.Hash == FormJson.Hash(draft.Document)) throw new Refused("Nothing has changed since version {0}.", newest.Number);
        return await FormStore.AddVersion(s, Id, (newest?.Number ?? 0) + 1, draft.Document);
    }

    /// <summary>A form can be scored only by a published tree that knows all its indicators.</summary>
    static async Task<IReadOnlyList<Problem>> UnknownIndicators(Session s, FormDocument document)
    {
        if (FormRules.IndicatorCodes(document).Count == 0) return [];
        IReadOnlyList<Problem>? fewest = null;
        foreach (var id in await s.Many<Id<IndicatorTree>>("select id from indicator_trees where published_at is not null order by number desc"))
        {
            var problems = FormRules.Problems(document, await IndicatorTreeStore.Tree(s, id));
            if (problems.Count == 0) return [];
            if (fewest is null || problems.Count < fewest.Count) fewest = problems;
        }
        return fewest ?? [new("pages", "No tree of indicators is published yet. Publish one, or adopt the RATER set.")];
    }
}
