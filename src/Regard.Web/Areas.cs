using Regard.Web.Audit;
using Regard.Web.Indicators;
using Regard.Web.Layout;
using Regard.Web.Organisation;
using Regard.Web.SignIn;
using Regard.Web.Surveys.Editor;
namespace Regard.Web;

/// <summary>Every area's addresses, one line each.</summary>
static class Areas
{
    public static void MapAreas(this WebApplication app)
    {
        app.MapPreferences();
        app.MapSignIn();
        app.MapProfile();
        app.MapOrganisation();
        app.MapPeople();
        app.MapAudit();
        app.MapForms();
        app.MapIndicators();
    }

    public static void AddAreas(this IServiceCollection services, RegardSettings settings)
    {
        if (settings.RunsClock) services.AddHostedService<Clockwork>();
    }
}
