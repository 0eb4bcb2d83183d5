using Regard.Improvement;
using Regard.Measures;
using Regard.Organisation;
using Regard.Surveys;
using Regard.Web.Measures;
using Regard.Web.Ui;
using Regard.Work;
namespace Regard.Web.Overview;

static class OverviewRoutes
{
    public static void MapOverview(this WebApplication app) => app.MapGet("/", Show).ExcludeFromDescription();

    static async Task<IResult> Show(Id<Programme>? programme, Id<Unit>? unit, Office office, Caller me)
    {
        if (me.Person is not null && !me.May(Permission.SeeResults)) return TypedResults.LocalRedirect(StartOf(me));
        var overview = await office.Do(new ShowOverview(programme, unit), me);
        var work = await office.Do(new ListWork(), me);
        if (overview.Unit is null) return Forms.Page<NoNumbersPage>(new { Title = "Overview" });
        var plans = await office.Do(new ListPlans(), me);
        return Forms.Page<OverviewPage>(new { Overview = overview, Work = work, Idle = await office.Do(new ListIdleUnits(), me), Plans = plans.Where(p => p.IsOpen).ToList() });
    }

    /// <summary>Where the day begins for those whose role has no numbers: administrators and agencies.</summary>
    static string StartOf(Caller me) => me.May(Permission.SeeSurveys) ? "/waves" : me.May(Permission.SeeOrganisation) ? "/organisation" : "/work";
}
