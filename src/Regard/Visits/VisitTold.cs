using Regard.Files;
using Regard.Organisation;
using Regard.Post;
using Regard.Post.Templates;
using Regard.Work;
namespace Regard.Visits;

/// <summary>Tells the colleague who was met, and who leads the unit, at once: on their list, and by message where one is set up.</summary>
static class VisitTold
{
    /// <summary>To read it in.</summary>
    const int Days = 2;

    public static async Task Tell(Session s, Visit visit, IEnumerable<Id<Person>> people, WorkingCalendar calendar)
    {
        var (ways, address, tree) = (await new WaysOut().Run(s), await PublicAddress.Of(s), await UnitStore.Tree(s, s.Today));
        foreach (var id in people)
        {
            await new PutWorkItem(WorkKind.VisitResult, ImportKeys.Of("visit-result", $"{visit.Id} {id}"), VisitWords.Result(visit), VisitWords.Path(visit.Number), visit.UnitId, id, calendar.DayOf(s.Now).AddDays(Days)) { Calendar = calendar }.Run(s);
            var person = await PersonStore.Find(s, id);
            if (!ways.Mail || Email.Problems(person.Email).Any()) continue;
            var said = await new FillTemplate("visit-result", person.Language, new Dictionary<string, string>
            {
                ["name"] = person.Name, ["number"] = $"{visit.Number}", ["kind"] = visit.Kind.Said().In(person.Language), ["unit"] = visit.UnitName, ["score"] = VisitWords.Points(visit.Score), ["items"] = $"{visit.Items}", ["failed"] = $"{visit.Failed}",
                ["link"] = address is null ? Words.Of("Regard, under My work").In(person.Language) : $"{address}{VisitWords.Path(visit.Number)}", ["company"] = tree.Roots[0].Name,
            }).Run(s);
            await new PutMessage(MessageKind.Mail, person.Email, said.Subject, said.Body) { Key = $"visit {visit.Id} {id}" }.Run(s);
        }
    }
}
