using Regard.Organisation;
namespace Regard.Measures;

/// <summary>A unit as pages name it.</summary>
public sealed record UnitLabel(Id<Unit> Id, string Code, string Name, UnitKind Kind)
{
    internal static UnitLabel Of(Unit u) => new(u.Id, u.Code, u.Name, u.Kind);
}
