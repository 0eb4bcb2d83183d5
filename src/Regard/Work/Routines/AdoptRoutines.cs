using Regard.Organisation;
namespace Regard.Work;

/// <summary>Begins with a small loop for every store: a look in the morning, a talk once a week.</summary>
public sealed record AdoptRoutines : Change<int>
{
    internal override Permission Needs => Permission.EditPlans;

    internal override async Task<int> Run(Session s)
    {
        var root = (await UnitStore.Tree(s, s.Today)).Roots[0];
        await UnitStore.InCareToday(s, root.Id, Needs);
        if (await s.Value<long>("select count(*) from routines where stopped_at is null") > 0) throw new Refused("There are routines already.");
        foreach (var (words, every, day) in new (Words, RoutineEvery, DayOfWeek?)[]
        {
            (Words.Of("Morning: go through open complaints and call-backs"), RoutineEvery.Day, null),
            (Words.Of("Talk through last week's complaints and praise with everybody"), RoutineEvery.Week, DayOfWeek.Wednesday),
            (Words.Of("Look at what customers waited for this week, and change one thing"), RoutineEvery.Week, DayOfWeek.Friday),
        })
            await SaveRoutine.Keep(s, new Text(Languages.All.ToDictionary(l => l.Tag(), words.In)), root.Id, UnitKind.Store, every, day);
        return 3;
    }
}
