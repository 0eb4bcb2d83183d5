using System.Globalization;
using Regard.Indicators;
using Regard.Measures;
using Regard.Statistics;
using Regard.Surveys;
using Regard.Web.Ui;
namespace Regard.Web.Surveys.Editor;

/// <summary>From the purpose of a study to its form, its sample and what is made of the answers.</summary>
static class MethodRoutes
{
    public static void MapMethods(this WebApplication app)
    {
        var pages = app.MapGroup("/surveys/method").ExcludeFromDescription();
        pages.MapGet("", (Caller me) => { Demand(me); return Forms.Page<MethodsPage>(new { }); });
        pages.MapGet("/{purpose}", (ResearchPurpose purpose, string? margin, string? spread, Office office, Caller me) => Show(purpose, margin, spread, null, [], office, me));
        pages.MapPost("/{purpose}", (ResearchPurpose purpose, HttpRequest request, Office office, Caller me) => Start(purpose, request, office, me));
        app.MapGroup("/api/surveys").WithTags("Surveys").MapGet("/methods", () => ResearchMethod.All.Select(m => new { m.Purpose, m.Template, m.Audience }));
    }

    static async Task<IResult> Show(ResearchPurpose purpose, string? margin, string? spread, string? name, IReadOnlyList<Problem> found, Office office, Caller me)
    {
        Demand(me);
        var problems = found.ToList();
        var (half, deviation) = (Points("margin", margin, 0.5), Points("spread", spread, 1));
        return Forms.Page<MethodPage>(new
        {
            Method = ResearchMethod.Of(purpose), Margin = margin, Spread = spread, Name = name, Found = problems, Known = await Known(office, me),
            Answers = half is { } h && deviation is { } d ? (long)Math.Ceiling(new SampleSize().ForMean(d, h)) : (long?)null,
        }, problems);

        double? Points(string field, string? typed, double least)
        {
            if (string.IsNullOrWhiteSpace(typed)) return null;
            if (double.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) && points >= least && points <= 50) return points;
            problems.Add(new(field, "Between {0} and {1} points.", least, 50));
            return null;
        }
    }

    static async Task<IResult> Start(ResearchPurpose purpose, HttpRequest request, Office office, Caller me)
    {
        var (fields, method) = (new FormFields(await request.ReadFormAsync()), ResearchMethod.Of(purpose));
        return await Forms.Try(async () =>
        {
            await AdoptTree(method.Template, office, me);
            return TypedResults.LocalRedirect($"/surveys/{await office.Do(new StartForm(fields["name"], method.Template), me)}");
        }, found => Show(purpose, null, null, fields["name"], found, office, me));
    }

    /// <summary>How far single scores lie apart, from the newest index: its standard error times the root of the effective n.</summary>
    static async Task<double?> Known(Office office, Caller me) =>
        me.May(Permission.SeeResults) && (await office.Do(new ShowOverview(), me)).Heads.FirstOrDefault() is { Figure: { Given: true } index } && index is { StandardError: { } error, EffectiveN: { } n }
            ? error * Math.Sqrt(n) : null;

    /// <summary>A form needs the indicators that it names.</summary>
    internal static async Task AdoptTree(string template, Office office, Caller me)
    {
        if (!me.May(Permission.EditIndicators)) return;
        if (template == FormTemplate.Journey) await office.Do(new AdoptJourneyTree(), me);
        else if (template is FormTemplate.Rater or FormTemplate.Short or FormTemplate.Mirror) await office.Do(new AdoptRaterTree(), me);
    }

    static void Demand(Caller me)
    {
        if (!me.May(Permission.EditForms)) throw new Refused(Words.Of("Your role does not include this."), forbidden: true);
    }
}
