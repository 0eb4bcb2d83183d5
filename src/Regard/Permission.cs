namespace Regard;

/// <summary>Kinds of things that may be done. Which rows is decided by the units in a person's care.</summary>
public enum Permission
{
    /// <summary>Anyone, signed in or not: answering, signing in, joining.</summary>
    Public,
    /// <summary>Any person who is signed in: own work, own profile.</summary>
    SignedIn,
    SeeResults, SeeComments,
    SeeSurveys, EditForms, EditIndicators, RunWaves, DoFieldwork,
    SeePlans, EditPlans,
    /// <summary>What is demanded of the service, promised in public and meant by the strategy.</summary>
    EditStandards,
    /// <summary>Looking by a form at what is delivered, in the units in care and at competitors.</summary>
    DoVisits,
    /// <summary>What visits of the units in care found; whoever lacks it sees the visits made by themselves.</summary>
    SeeVisits,
    PlanVisits,
    /// <summary>Writing the values of measured series; defining series for those over the whole company.</summary>
    EditMetrics,
    /// <summary>Customers, their events, grades and figures. Personal fields come masked without <see cref="SeePersonalData"/>.</summary>
    SeeCustomers,
    SeePersonalData,
    /// <summary>Bringing files of customers and events, merging duplicates, noting consent and needs.</summary>
    EditCustomers,
    /// <summary>The rules by which customers are graded, counted as lost and put into segments.</summary>
    EditCustomerRules,
    /// <summary>Taking down what a customer says: every employee.</summary>
    HearCases,
    SeeCases,
    /// <summary>Working on the cases of the units in care.</summary>
    HandleCases,
    /// <summary>Agreeing to the third hand-over, giving a case to somebody, merging, major incidents.</summary>
    ManageCases,
    /// <summary>Clocks, limits, ladders, authorities and budgets.</summary>
    EditCaseRules,
    /// <summary>Mailboxes, robots, gateways and their messages.</summary>
    EditChannels,
    SeeOrganisation, EditOrganisation, InvitePeople,
    SeeAudit,
    /// <summary>No role holds it: the server itself, and the operator at its command line.</summary>
    RunInstallation,
}
