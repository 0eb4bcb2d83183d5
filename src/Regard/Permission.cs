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
    SeeOrganisation, EditOrganisation, InvitePeople,
    SeeAudit,
    /// <summary>No role holds it: the server itself, and the operator at its command line.</summary>
    RunInstallation,
}
