using Regard.Web.Ui;
using Regard.Work;
namespace Regard.Web.Work;

static class DueSaid
{
    /// <summary>The day where one was said, else the moment.</summary>
    public static string Due(this Tongue l, WorkItem item) => item.DueOn is { } day ? l.Day(day) : l.Moment(item.DueAt);
}
