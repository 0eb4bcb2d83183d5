namespace Regard.Cases;

/// <summary>What a case still lacks before it can close; all of it at once.</summary>
static class CaseClosing
{
    /// <param name="consents">Remedies that wait for somebody's consent.</param>
    /// <param name="major">What was done about a major incident: lessons written down, other units told.</param>
    public static IEnumerable<Problem> Missing(Case c, CloseCase asked, IReadOnlyCollection<CaseTask> tasks, HandOverOffer? offer, Proposal? lastProposal, int consents, (bool Reviewed, bool Told) major)
    {
        if (tasks.Count(t => t.HoldsUp) is > 0 and var open) yield return new("Tasks", "{0} tasks of other departments are still open: wait for them or take them back.", open);
        if (offer is not null) yield return new("Offer", "It is offered to {0}, who has not answered. Take that back first.", offer.ToName);
        if (consents > 0) yield return new("Remedies", "{0} remedies still wait for somebody's consent.", consents);
        if (asked.Reason == CloseReason.Spam) yield break;
        if (c.Kind == CaseKind.Complaint && string.IsNullOrWhiteSpace(c.CustomersView)) yield return new("CustomersView", "Write down how it looks from the customer's side.");
        if (c.Kind == CaseKind.Complaint && c.Cause is null) yield return new("Cause", "Choose the cause of what went wrong.");
        if (asked.Reason == CloseReason.AcceptedByCustomer && asked.Channel is null) yield return new(nameof(CloseCase.Channel), "Say how the customer told you.");
        if (asked.Reason == CloseReason.AcceptedByCustomer && lastProposal is { IsAccepted: not true }) yield return new("Proposal", "The customer has not accepted the last proposal. Note the answer first.");
        if (c.Severity >= Severity.Severe && string.IsNullOrWhiteSpace(asked.Improvement)) yield return new(nameof(CloseCase.Improvement), "Say what is done so that it does not happen again, or why nothing is.");
        if (c.IsMajor && !major.Reviewed) yield return new("Review", "Write down what was learnt from this major incident.");
        if (c.IsMajor && !major.Told) yield return new("Broadcast", "Tell the other units, so that they look whether it can happen there too.");
    }
}
