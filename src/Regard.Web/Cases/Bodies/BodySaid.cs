using Regard.Cases;
namespace Regard.Web.Cases.Bodies;

static class BodySaid
{
    /// <summary>Within which time it wants an answer.</summary>
    public static Words Within(this ExternalBody body) => body.InWorkingDays ? Words.Of("answer within {0} working days", body.Days) : Words.Of("answer within {0} days", body.Days);
}
