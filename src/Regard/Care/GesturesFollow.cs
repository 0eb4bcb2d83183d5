using Regard.Cases;
using Regard.Customers;
namespace Regard.Care;

/// <summary>Puts what was given in a case under another customer's key, when the case turns out to be theirs. For other areas, within their own changes.</summary>
sealed record GesturesFollow(Id<Case> CaseId, Id<Customer> From, Id<Customer> To) : Change<Done>
{
    internal override Permission Needs => Permission.HandleCases;

    internal override async Task<Done> Run(Session s)
    {
        const string columns = "id, case_id, case_number, unit_id, kind, remedy_id, words, amount, state, rules_number, grade, cause, fault, limit_then, reasons, asked_by, asked_at, approver_id, judged_by, judged_at, judged_words, granted_at, delivered_by, delivered_at, proof_id, undone_by, undone_at, undone_because";
        await s.Write($"insert into gestures (customer_id, {columns}) select @To, {columns} from gestures where customer_id = @From and case_id = @CaseId", new { From, To, CaseId });
        await s.Write("delete from gestures where customer_id = @From and case_id = @CaseId", new { From, CaseId });
        return default;
    }
}
