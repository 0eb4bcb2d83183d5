using Regard.Organisation;
namespace Regard.Measures;

/// <summary>Takes a need off the list.</summary>
public sealed record DropNeed(string Code) : Change<Done>
{
    internal override Permission Needs => Permission.EditIndicators;
    internal override string Subject => Code;

    internal override async Task<Done> Run(Session s)
    {
        await WholeCompany.Demand(s, Needs);
        if (await s.Write("update needs set dropped_at = @Now, made_by = @Person where code = @Code and dropped_at is null", new { s.Now, s.Caller.Person, Code }) == 0) throw new NotFound("The list has no need {0}.", Code);
        return default;
    }
}
