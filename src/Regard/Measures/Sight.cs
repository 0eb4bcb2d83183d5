using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>The units of a wave that the caller may see the numbers of, as they stood on the wave's day.</summary>
sealed class Sight
{
    readonly HashSet<Id<Unit>> seen;

    public Sight(Session s, MeasuredWave wave)
    {
        // What employees say of their leaders has a page of its own, for these and their superiors.
        seen = wave.Form.IsAboutLeaders() && !s.Caller.IsInstallation ? [] : wave.Units.InCare(s.Caller, Permission.SeeResults);
        Tops = [.. wave.Units.All.Where(u => seen.Contains(u.Id) && !(wave.Units.ParentOf(u.Id) is { } parent && seen.Contains(parent)))];
        Tree = wave.Units;
    }

    public UnitTree Tree { get; }
    /// <summary>The seen units with none seen above them.</summary>
    public IReadOnlyList<Unit> Tops { get; }
    public bool Includes(Id<Unit> unit) => seen.Contains(unit);
    public IEnumerable<Unit> Competitors => Tree.Competitors.Where(c => seen.Contains(c.Id));
    public IEnumerable<Unit> All => Tree.All.Where(u => seen.Contains(u.Id));

    /// <summary>The unit asked for, or the topmost seen.</summary>
    public Unit Find(Id<Unit>? asked)
    {
        var unit = asked is { } id ? Tree.Find(id) : Tops.Count > 0 ? Tops[0] : null;
        return unit is not null && seen.Contains(unit.Id) ? unit : throw new NotFound("There is no such unit in this wave.");
    }

    public IEnumerable<UnitLabel> PathTo(Id<Unit> unit) => Tree.PathTo(unit).Where(u => seen.Contains(u.Id)).Select(UnitLabel.Of);
}
