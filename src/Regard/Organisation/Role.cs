using System.Text.Json.Serialization;
namespace Regard.Organisation;

/// <summary>What a person is, over a unit and everything below it, for a time.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role { Administrator, Executive, Manager, Analyst, FrontLine, Agency }

/// <summary>A role somebody holds now.</summary>
public sealed record RoleHeld
{
    public required Role Role { get; init; }
    public required Id<Unit> UnitId { get; init; }
}

public static class Roles
{
    static readonly Dictionary<Role, HashSet<Permission>> grants = new()
    {
        [Role.Administrator] = [Permission.HearCases, Permission.EditChannels, Permission.SeeOrganisation, Permission.EditOrganisation, Permission.InvitePeople, Permission.SeeAudit],
        [Role.Executive] = [Permission.EditMetrics, Permission.DoVisits, Permission.SeeVisits, Permission.PlanVisits, Permission.HearCases, Permission.EditStandards, Permission.SeeCases, Permission.HandleCases, Permission.ManageCases, Permission.EditCaseRules, Permission.SeeCustomers, Permission.SeePersonalData, Permission.EditCustomers, Permission.EditCustomerRules, Permission.SeeResults, Permission.SeeComments, Permission.SeeSurveys, Permission.SeePlans, Permission.EditPlans, Permission.SeeOrganisation, Permission.SeeAudit],
        [Role.Manager] = [Permission.EditMetrics, Permission.DoVisits, Permission.SeeVisits, Permission.PlanVisits, Permission.HearCases, Permission.SeeCases, Permission.HandleCases, Permission.ManageCases, Permission.SeeCustomers, Permission.SeePersonalData, Permission.EditCustomers, Permission.SeeResults, Permission.SeeComments, Permission.SeePlans, Permission.EditPlans, Permission.SeeOrganisation],
        [Role.Analyst] = [Permission.EditMetrics, Permission.DoVisits, Permission.SeeVisits, Permission.PlanVisits, Permission.HearCases, Permission.EditStandards, Permission.SeeCases, Permission.SeeCustomers, Permission.EditCustomerRules, Permission.SeeResults, Permission.SeeComments, Permission.SeeSurveys, Permission.EditForms, Permission.EditIndicators, Permission.RunWaves, Permission.DoFieldwork, Permission.SeePlans, Permission.SeeOrganisation],
        [Role.FrontLine] = [Permission.DoVisits, Permission.SeeVisits, Permission.HearCases, Permission.SeeCases, Permission.HandleCases, Permission.SeeCustomers, Permission.SeePersonalData, Permission.SeeResults, Permission.SeePlans],
        [Role.Agency] = [Permission.DoVisits, Permission.SeeSurveys, Permission.DoFieldwork],
    };

    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    public static bool Grants(this Role role, Permission permission) => grants[role].Contains(permission);

    public static Words Said(this Role role) => Words.Of(role switch
    {
        Role.Administrator => "Administrator",
        Role.Executive => "Executive",
        Role.Manager => "Manager",
        Role.Analyst => "Analyst",
        Role.FrontLine => "Front line",
        _ => "Research agency",
    });
}
