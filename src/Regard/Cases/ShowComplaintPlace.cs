using Regard.Organisation;
namespace Regard.Cases;

/// <summary>The unit that a public complaint page speaks for; the whole company where the code leads nowhere any more.</summary>
public sealed record ShowComplaintPlace(string? UnitCode) : Question<ComplaintPlace>
{
    internal override Permission Needs => Permission.Public;

    internal override async Task<ComplaintPlace> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var unit = UnitCode is { } code && tree.FindCode(code) is { } found && found.Kind != UnitKind.Competitor && found.IsOpenOn(s.Today) ? found : tree.Roots.FirstOrDefault() ?? throw new NotFound("There is no such page.");
        return new(unit.Code, unit.Name);
    }
}

public sealed record ComplaintPlace(string Code, string Name);
