using Regard.Web.Layout;
namespace Regard.Web;

/// <summary>Every area's addresses, one line each.</summary>
static class Areas
{
    public static void MapAreas(this WebApplication app)
    {
        app.MapPreferences();
    }

    public static void AddAreas(this IServiceCollection services, RegardSettings settings)
    {
    }
}
