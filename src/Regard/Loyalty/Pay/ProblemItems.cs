using Regard.Surveys;
namespace Regard.Loyalty;

/// <summary>The pair of questions that tells hidden dissatisfaction: whether there was a problem, and whether the company was told. Single choices with an option yes, marked so or by the keys had_problem and told_us.</summary>
sealed record ProblemItems(string Had, string Told)
{
    public const string HadKey = "had_problem", ToldKey = "told_us";

    /// <summary>Null where the form does not ask both.</summary>
    public static ProblemItems? Of(FormDocument form) => (Find(form, Trait.HadProblem, HadKey), Find(form, Trait.ToldUs, ToldKey)) is ({ } had, { } told) ? new(had, told) : null;

    static string? Find(FormDocument form, Trait trait, string key) => form.Telling<SingleItem>(trait)?.Key ??
        form.Items.OfType<SingleItem>().FirstOrDefault(i => string.Equals(i.Key, key, StringComparison.OrdinalIgnoreCase) && i.Options.Any(o => Traits.IsYes(o.Key)))?.Key;

    /// <summary>Null when it was not said whether there was a problem.</summary>
    public (bool Had, bool? Told)? Read(Answers said) =>
        said.Find(Had)?.Said is not { } had ? null : (Traits.IsYes(had), said.Find(Told)?.Said is { } told ? Traits.IsYes(told) : null);
}

/// <param name="Asked">Who said whether there was a problem.</param>
/// <param name="Told">Of those with a problem.</param>
public readonly record struct ProblemCount(long Asked, long Problem, long Told, long Both = 0, long SurveyOnly = 0, long RegisterOnly = 0)
{
    public static ProblemCount operator +(ProblemCount a, ProblemCount b) => new(a.Asked + b.Asked, a.Problem + b.Problem, a.Told + b.Told, a.Both + b.Both, a.SurveyOnly + b.SurveyOnly, a.RegisterOnly + b.RegisterOnly);
    public static ProblemCount Add(ProblemCount a, ProblemCount b) => a + b;
}
