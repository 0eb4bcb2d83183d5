using System.Globalization;
using Regard.Work;
namespace Regard.Web.Work;

static class LevelSaid
{
    public static Words Said(this LadderLevel level)
    {
        var hours = (level.Minutes / 60.0).ToString("0.##", CultureInfo.InvariantCulture);
        return (level.Minutes, level.Step) switch
        {
            (0, LadderStep.Inform) => Words.Of("at once: the head is told"),
            (0, _) => Words.Of("at once: the head takes over"),
            (_, LadderStep.Inform) => Words.Of("after {0} working hours: the head is told", hours),
            _ => Words.Of("after {0} working hours: the head takes over", hours),
        };
    }
}
