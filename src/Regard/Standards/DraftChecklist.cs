using System.Text.RegularExpressions;
using Regard.Surveys;
namespace Regard.Standards;

/// <summary>Makes a form for visits of the journey: a page for each stage, an item for each standard at its steps, and one for each step that has none. It is a draft, to be changed at will.</summary>
public sealed record DraftChecklist(string Name) : Change<Id<Form>>
{
    internal override Permission Needs => Permission.EditForms;
    internal override string Subject => Name;
    internal override IEnumerable<Problem> Check() => new StartForm(Name).Check();

    internal override async Task<Id<Form>> Run(Session s)
    {
        var (view, taken) = (await new ShowBlueprint().Run(s), new HashSet<string>());
        var pages = view.Blueprint.Stages.Where(t => t.Steps.Count > 0).Select(t => new Page { Title = t.Names, Items = [.. t.Steps.SelectMany(step => Items(step, view.Standards[step.Id], taken))] }).ToList();
        if (pages.Count == 0) throw new Refused("The journey has no steps yet.");
        var form = await new StartForm(Name).Run(s);
        var titles = pages.Select(p => p.Title!).Concat(pages.SelectMany(p => p.Items).Select(i => i.Title)).ToList();
        var languages = Languages.All.Select(l => l.Tag()).Where(tag => titles.All(t => !string.IsNullOrWhiteSpace(t.GetValueOrDefault(tag)))).ToList();
        if (languages.Count == 0) languages = [s.Caller.Language.Tag()];
        await new SaveFormDraft(form, new() { Title = new(languages.ToDictionary(tag => tag, _ => Name.Trim())), Languages = languages, Pages = pages }, 1).Run(s);
        return form;
    }

    static IEnumerable<Item> Items(BlueprintStep step, IReadOnlyList<Standard> standards, HashSet<string> taken) =>
        standards.Count == 0 ? [new CheckItem { Key = Key("step", taken), Title = step.Names }] : standards.Select(d => Item(step, d, taken));

    static Item Item(BlueprintStep step, Standard d, HashSet<string> taken) => d.Kind == StandardKind.Graded
        ? new RatingItem { Key = Key(d.Code, taken), Title = d.Says, Help = step.Names, Indicator = d.Indicators.FirstOrDefault(), Standard = d.Code, Part = Part.Delivered, NotApplicable = true, Scale = new() { From = 0, To = 10 } }
        : new CheckItem { Key = Key(d.Code, taken), Title = d.Says, Help = step.Names, Indicator = d.Indicators.FirstOrDefault(), Standard = d.Code };

    /// <summary>The code as a key of an item, once.</summary>
    static string Key(string code, HashSet<string> taken)
    {
        var plain = "c_" + Regex.Replace(code, "[^A-Za-z0-9]+", "_").Trim('_');
        var key = plain;
        for (var more = 2; !taken.Add(key); more++) key = $"{plain}_{more}";
        return key;
    }
}
