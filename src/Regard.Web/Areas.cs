using Regard.Surveys;
using Regard.Web.Audit;
using Regard.Web.Cases;
using Regard.Web.Cases.AfterCases;
using Regard.Web.Cases.CallBacks;
using Regard.Web.Cases.Calls;
using Regard.Web.Cases.FollowUps;
using Regard.Web.Cases.LowScores;
using Regard.Web.Cases.Praise;
using Regard.Web.Care;
using Regard.Web.Complain;
using Regard.Web.Customers;
using Regard.Web.Customers.Intake;
using Regard.Web.Customers.Referrals;
using Regard.Web.Improvement;
using Regard.Web.Indicators;
using Regard.Web.Layout;
using Regard.Web.Listening;
using Regard.Web.Loyalty;
using Regard.Web.Loyalty.Pay;
using Regard.Web.Loyalty.Reviews;
using Regard.Web.Measures;
using Regard.Web.Measures.Gaps;
using Regard.Web.Measures.Swot;
using Regard.Web.Measures.Value;
using Regard.Web.Metrics;
using Regard.Web.Organisation;
using Regard.Web.Organisation.Calendars;
using Regard.Web.Organisation.Certificates;
using Regard.Web.Overview;
using Regard.Web.Post;
using Regard.Web.Respond;
using Regard.Web.SignIn;
using Regard.Web.Standards;
using Regard.Web.Standards.Delights;
using Regard.Web.Surveys.Editor;
using Regard.Web.Surveys.Waves;
using Regard.Web.Visits;
using Regard.Web.Work;
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
        app.MapCertificates();
        app.MapAudit();
        app.MapForms();
        app.MapMethods();
        app.MapIndicators();
        app.MapOverview();
        app.MapMeasures();
        app.MapGaps();
        app.MapSwot();
        app.MapValue();
        app.MapNeeds();
        app.MapStandards();
        app.MapMetrics();
        app.MapJourney();
        app.MapPromises();
        app.MapDelights();
        app.MapCockpit();
        app.MapLoyalty();
        app.MapReviews();
        app.MapPay();
        app.MapCare();
        app.MapPlans();
        app.MapCustomers();
        app.MapCases();
        app.MapCaseApi();
        app.MapReferrals();
        app.MapComplain();
        app.MapVisits();
        app.MapVisitApi();
        app.MapWork();
        app.MapLadders();
        app.MapRoutines();
        app.MapAbsences();
        app.MapCalendars();
        app.MapPost();
        app.MapCalls();
        app.MapCallBacks();
        app.MapFollowUps();
        app.MapAfterCases();
        app.MapRecognition();
        app.MapFieldLog();
        app.MapMarketingMixApi();
        app.MapLowScores();
        app.MapWaves();
        app.MapRespond();
        app.MapIntake();
    }

    public static void AddAreas(this IServiceCollection services, RegardSettings settings)
    {
        services.AddSingleton<ResponseWriter>().AddScoped<RespondDesk>().AddSingleton<IntakeDesk>().AddScoped<CaseDesk>().AddScoped<ComplainDesk>().AddScoped<TrackDesk>();
        if (settings.RunsClock) services.AddHostedService<Clockwork>();
    }
}
