using Regard.Organisation;
using static Regard.Organisation.Role;
namespace Regard.Tests;

/// <summary>Who may ask for what, written down a second time so that a slip in either place shows. Add the operations of an area to its own block.</summary>
static class PermissionTable
{
    static readonly Who visitors = new(true, Roles.All), everyone = new(false, Roles.All);

    static Who Only(params IReadOnlyList<Role> roles) => new(false, roles);

    public static IReadOnlyDictionary<string, Who> Rows { get; } = new Dictionary<string, Who>
    {
        // Organisation: the company and its units
        ["MakeOpeningToken"] = Only(),
        ["CompanyExists"] = visitors,
        ["FoundCompany"] = visitors,
        ["ShowTree"] = Only(Administrator, Executive, Manager, Analyst),
        ["AddUnit"] = Only(Administrator),
        ["RenameUnit"] = Only(Administrator),
        ["MoveUnit"] = Only(Administrator),
        ["WithdrawMove"] = Only(Administrator),
        ["CloseUnit"] = Only(Administrator),
        ["ReopenUnit"] = Only(Administrator),

        // Organisation: people
        ["ListPeople"] = Only(Administrator, Executive, Manager, Analyst),
        ["AddPerson"] = Only(Administrator),
        ["GrantRole"] = Only(Administrator),
        ["EndRole"] = Only(Administrator),
        ["PersonLeaves"] = Only(Administrator),
        ["InvitePerson"] = Only(Administrator),
        ["ListInvitations"] = Only(Administrator),
        ["WithdrawInvitation"] = Only(Administrator),
        ["ShowInvitation"] = visitors,
        ["AcceptInvitation"] = visitors,

        // Organisation: signing in
        ["CheckPassword"] = visitors,
        ["SignIn"] = visitors,
        ["WhoIs"] = visitors,
        ["WhoHoldsToken"] = visitors,
        ["NoteVisit"] = everyone,
        ["SignOut"] = everyone,
        ["SignOutEverywhere"] = everyone,
        ["ShowProfile"] = everyone,
        ["ListSignIns"] = everyone,
        ["ChangePassword"] = everyone,
        ["SetLanguage"] = everyone,
        ["MakeApiToken"] = everyone,
        ["ListApiTokens"] = everyone,
        ["RevokeApiToken"] = everyone,
        ["ListSignInKeys"] = Only(),
        ["KeepSignInKey"] = Only(),
        ["TakeLease"] = Only(),

        // Organisation: working calendars and absences
        ["ShowCalendars"] = everyone,
        ["SaveCalendar"] = Only(Administrator),
        ["SaveCalendarDays"] = Only(Administrator),
        ["RemoveCalendarDay"] = Only(Administrator),
        ["SaveHolidays"] = Only(Administrator),
        ["SetUnitCalendar"] = Only(Administrator),
        ["NoteAbsence"] = everyone,
        ["EndAbsence"] = everyone,
        ["ListAbsences"] = everyone,

        // Cases
        ["HearCase"] = Only(Administrator, Executive, Manager, Analyst, FrontLine),
        ["ListCases"] = everyone,
        ["ShowCase"] = everyone,

        // Loyalty
        ["ShowBase"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ShowChurn"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ShowMatrix"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ListOverdue"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ShowRisk"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ExportRisk"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ListSegments"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ShowSegment"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ShowSegmentChoices"] = Only(Executive, Manager, Analyst, FrontLine),
        ["PreviewSegment"] = Only(Executive, Manager, Analyst, FrontLine),
        ["SuggestClusters"] = Only(Executive, Manager, Analyst, FrontLine),
        ["MembersOfSegment"] = Only(Executive, Manager, Analyst, FrontLine),
        ["SaveSegment"] = Only(Executive, Analyst),
        ["ArchiveSegment"] = Only(Executive, Analyst),
        ["RestoreSegment"] = Only(Executive, Analyst),
        ["ListLoyaltyRules"] = Only(Executive, Manager, Analyst, FrontLine),
        ["SetGradeRule"] = Only(Executive, Analyst),
        ["SetChurnRule"] = Only(Executive, Analyst),
        ["SetValueTerms"] = Only(Executive, Analyst),
        ["AskForWorking"] = Only(Executive, Analyst),
        ["ReadCustomerBook"] = Only(),
        ["RulesInForce"] = Only(),
        ["StartRules"] = Only(),
        ["WorkingDue"] = Only(),
        ["KeepWorking"] = Only(),

        // Loyalty: what it pays
        ["ReadAnswers"] = Only(),
        ["CostsOfPoints"] = Only(),
        ["KeepWorth"] = Only(),
        ["ShowPay"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ShowWorth"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ShowLag"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ShowHidden"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ListSilent"] = Only(Executive, Manager, Analyst, FrontLine),
        ["AddCost"] = Only(Executive, Analyst),
        ["RemoveCost"] = Only(Executive, Analyst),
        ["BringCosts"] = Only(Executive, Analyst),
        ["AddMarketShare"] = Only(Executive, Analyst),
        ["RemoveMarketShare"] = Only(Executive, Analyst),
        ["BringMarketShares"] = Only(Executive, Analyst),
        ["AddProblemList"] = Only(Executive, Analyst),
        ["BringProblemLists"] = Only(Executive, Analyst),

        // Loyalty: lost customers
        ["FollowLosses"] = Only(),
        ["RaiseChurnAlarms"] = Only(),
        ["ListReviews"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ShowReview"] = Only(Executive, Manager, Analyst, FrontLine),
        ["WriteReview"] = Only(Executive, Manager),
        ["Annotate"] = Only(Executive, Manager),
        ["RemoveAnnotation"] = Only(Executive, Manager),

        // Post
        ["PutMessage"] = Only(),
        ["TellWebhooks"] = Only(),
        ["ClaimMessages"] = Only(),
        ["NoteDelivery"] = Only(),
        ["LayBack"] = Only(),
        ["OpenChannels"] = Only(),
        ["ForgetOldPost"] = Only(),
        ["ListMessages"] = Only(Administrator),
        ["ReplayMessages"] = Only(Administrator),
        ["DropMessage"] = Only(Administrator),
        ["SetPostDays"] = Only(Administrator),
        ["ListChannels"] = Only(Administrator),
        ["SaveChannel"] = Only(Administrator),
        ["SwitchChannel"] = Only(Administrator),
        ["SendTest"] = Only(Administrator),

        // Audit
        ["ListAudit"] = Only(Administrator, Executive),
        ["ExportAudit"] = Only(Administrator, Executive),
        ["VerifyAudit"] = Only(Administrator, Executive),

        // Customers: files
        ["ImportCustomers"] = Only(Executive, Manager),
        ["ImportAssets"] = Only(Executive, Manager),
        ["ImportContracts"] = Only(Executive, Manager),
        ["ImportEvents"] = Only(Executive, Manager),
        ["ImportConsents"] = Only(Executive, Manager),
        ["ListCustomerImports"] = Only(Executive, Manager),
        ["ShowCustomerImport"] = Only(Executive, Manager),
        ["CompanyCurrency"] = Only(Executive, Manager, FrontLine, Analyst),
        ["CustomerBadRows"] = Only(Executive, Manager),

        // Customers: finding, showing, merging
        ["FindCustomers"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ShowCustomer"] = Only(Executive, Manager, Analyst, FrontLine),
        ["AskForExport"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ExportCustomers"] = Only(Executive, Manager, Analyst, FrontLine),
        ["MergeCustomers"] = Only(Executive, Manager),
        ["UndoMerge"] = Only(Executive, Manager),
        ["ListMerges"] = Only(Executive, Manager),
        ["LikenCustomers"] = Only(Executive, Manager),
        ["KeepTwins"] = Only(Executive, Manager),
        ["ListTwins"] = Only(Executive, Manager),
        ["KeepApart"] = Only(Executive, Manager),
        ["SetConsent"] = Only(Executive, Manager),
        ["AddCustomerNote"] = Only(Executive, Manager),
        ["RemoveCustomerNote"] = Only(Executive, Manager),

        // Indicators
        ["ListIndicatorTrees"] = everyone,
        ["ShowIndicatorTree"] = everyone,
        ["AdoptRaterTree"] = Only(Analyst),
        ["DraftIndicatorTree"] = Only(Analyst),
        ["DropIndicatorTreeDraft"] = Only(Analyst),
        ["PublishIndicatorTree"] = Only(Analyst),
        ["SaveIndicatorTree"] = Only(Analyst),

        // Surveys: forms
        ["ListForms"] = Only(Executive, Analyst, Agency),
        ["ShowForm"] = Only(Executive, Analyst, Agency),
        ["ShowFormVersion"] = Only(Executive, Analyst, Agency),
        ["ArchiveForm"] = Only(Analyst),
        ["DraftFormFromColumns"] = Only(Analyst),
        ["ExportForm"] = Only(Executive, Analyst, Agency),
        ["ImportForm"] = Only(Analyst),
        ["PublishForm"] = Only(Analyst),
        ["RenameForm"] = Only(Analyst),
        ["RestoreForm"] = Only(Analyst),
        ["SaveFormDraft"] = Only(Analyst),
        ["StartForm"] = Only(Analyst),
        ["UndoFormSave"] = Only(Analyst),

        // Surveys: programmes, waves and samples
        ["StartProgramme"] = Only(Analyst),
        ["ChangeProgramme"] = Only(Analyst),
        ["ListProgrammes"] = Only(Executive, Analyst, Agency),
        ["PlanWave"] = Only(Analyst),
        ["ChangeWave"] = Only(Analyst),
        ["OpenWave"] = Only(Analyst),
        ["CloseWave"] = Only(Analyst),
        ["WavesDue"] = Only(Analyst),
        ["ListWaves"] = Only(Executive, Analyst, Agency),
        ["ShowWave"] = Only(Executive, Analyst, Agency),
        ["OpenWaveLink"] = Only(Analyst, Agency),
        ["UploadContacts"] = Only(Analyst, Agency),
        ["SampleSegment"] = Only(Analyst),
        ["MakeInvitations"] = Only(Analyst, Agency),

        // Surveys: answering, import and export
        ["BeginResponse"] = visitors,
        ["NoteLinkOpened"] = visitors,
        ["SavePage"] = visitors,
        ["SubmitByLink"] = visitors,
        ["SubmitByOpenLink"] = visitors,
        ["SubmitResponse"] = Only(Analyst, Agency),
        ["AppendResponses"] = visitors,
        ["FormOfSubmission"] = visitors,
        ["ShowAnsweringForm"] = Only(Analyst, Agency),
        ["ImportResponses"] = Only(Analyst, Agency),
        ["ListImports"] = Only(Analyst, Agency),
        ["ShowImport"] = Only(Analyst, Agency),
        ["ImportBadRows"] = Only(Analyst, Agency),
        ["ExportResponses"] = Only(Analyst),
        // Refused to whoever brings neither answers nor customers.
        ["KeepUpload"] = everyone,
        ["FetchUpload"] = everyone,
        ["BringData"] = Only(Analyst),

        ["AnswersOfCustomers"] = Only(Executive, Manager, Analyst, FrontLine),

        // Measures
        ["FoldResponses"] = Only(Analyst),
        ["RefoldResponses"] = Only(Analyst),
        ["RebuildCells"] = Only(Analyst),
        ["IsOpen"] = Only(Analyst),
        ["WorkOutWave"] = Only(Analyst),
        ["FreezeNumbers"] = Only(Analyst),
        ["VerifyWave"] = Only(Analyst),
        ["ListMeasuredWaves"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ShowOverview"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ShowIndex"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ShowDrivers"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ShowModel"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ShowControlChart"] = Only(Executive, Manager, Analyst, FrontLine),
        ["CompareUnits"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ShowGroups"] = Only(Executive, Manager, Analyst, FrontLine),
        ["SplitIndex"] = Only(Executive, Manager, Analyst, FrontLine),
        ["TrackExpectations"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ListResults"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ExplainNumber"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ListCourse"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ListBoards"] = Only(Executive, Manager, Analyst, FrontLine),
        ["WavesInHand"] = Only(Analyst),

        // Improvement
        ["WorkOutPlans"] = Only(Analyst),
        ["FreezeWave"] = Only(Analyst),
        ["ListPlans"] = Only(Executive, Manager, Analyst, FrontLine),
        ["ShowPlan"] = Only(Executive, Manager, Analyst, FrontLine),
        ["AddPlan"] = Only(Executive, Manager),
        ["WritePlan"] = Only(Executive, Manager),
        ["StartPlan"] = Only(Executive, Manager),
        ["AddPlanStep"] = Only(Executive, Manager),
        ["CompletePlanStep"] = Only(Executive, Manager),
        ["FinishPlan"] = Only(Executive, Manager),
        ["DropPlan"] = Only(Executive, Manager),

        // Work
        ["ListMyWork"] = everyone,
        ["ListHands"] = Only(Executive, Manager, Analyst, FrontLine),
        ["AddWorkItem"] = Only(Executive, Manager),
        ["CompleteWorkItem"] = everyone,
        ["HandOver"] = everyone,
        ["ShowHandOver"] = everyone,
        ["PutWorkItem"] = Only(Executive, Manager),
        ["MoveWorkItem"] = Only(Executive, Manager),
        ["SettleWorkItem"] = Only(Executive, Manager),
    };
}

/// <param name="Visitors">Whether somebody who is not signed in may.</param>
sealed record Who(bool Visitors, IReadOnlyList<Role> Roles);
