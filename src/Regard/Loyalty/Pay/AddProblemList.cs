using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Notes how many people stand on two lists of problems at a unit.</summary>
public sealed record AddProblemList(ProblemList List) : Change<Done>
{
    internal override Permission Needs => Permission.EditCustomerRules;
    internal override string Subject => $"{List.UnitId} {List.FromDay:yyyy-MM-dd}";
    internal override IEnumerable<Problem> Check() => List.Problems();

    internal override async Task<Done> Run(Session s)
    {
        await UnitStore.InCareToday(s, List.UnitId, Permission.EditCustomerRules);
        await List.Keep(s);
        return default;
    }
}
