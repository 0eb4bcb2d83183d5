using Regard.Care;
using Regard.Customers;
namespace Regard.Cases;

/// <summary>Under which customer a case is kept.</summary>
static class CaseKey
{
    static readonly (string Table, string Columns)[] tables =
    [
        ("case_owners", "case_id, number, owner_id, how, why, from_at, until_at, given_by"),
        ("case_handovers", "case_id, number, id, from_id, to_id, why, asked_by, asked_at, needs_approval, approved_by, approved_at, answer, answer_words, answered_at"),
        ("case_clocks", "case_id, kind, round, started_at, minutes, round_the_clock, due_at, left_minutes, met_at, missed_at, outcome"),
        ("case_pauses", "case_id, number, asked, from_at, paused_by, until_at, ended_by"),
        ("case_steps", "case_id, number, step, channel, words, done_by, done_at"),
        ("case_notes", "id, case_id, kind, channel, subject, words, party, message_id, written_by, written_at"),
        ("case_files", "id, case_id, note_id, name, type, size, hash, scan, added_by, added_at, removed_at"),
        ("case_tasks", "id, case_id, unit_id, kind, owner_id, words, minutes, due_at, asked_by, asked_at, answer, done_by, done_at, withdrawn_at"),
        ("case_proposals", "case_id, number, words, gesture_id, made_by, made_at, is_accepted, channel, answer, answered_at, noted_by"),
        ("case_closures", "case_id, number, reason, channel, words, improvement, closed_by, closed_at, reopened_by, reopened_at, reopened_because"),
        ("case_escalations", "case_id, number, id, unit_id, to_id, words, asked_at, due_at"),
        ("case_follow_ups", "id, case_id, closure, days, unit_id, owner_id, due_at, state, words, created_at, ended_at, ended_by"),
        ("case_surveys", "case_id, unit_id, owner_id, secret_hash, sent_to, language_tag, invited_at, submitted_at, answers"),
        ("case_reviews", "case_id, number, words, written_by, written_at"),
        ("case_merges", "case_id, number, into_customer_id, into_case_id, merged_by, merged_at, undone_by, undone_at"),
    ];

    const string OfCase = "customer_id, id, number, kind, channel, state, unit_id, owner_id, sponsor_id, is_known, title, words, customers_view, our_facts, wants, severity, anger, fault, cause, mix, grade, contact_name, contact_email, contact_phone, language_tag, about_id, is_own_mistake, body, body_reference, is_media, is_major, rules_number, hand_overs, due_at, heard_at, created_at, created_by, closed_at, merged_into_customer, merged_into, found_by, revision";

    /// <summary>The case is from this customer: a case of somebody unknown moves to the customer's key with all that hangs on it, for the key says where a row lies and cannot be changed in place.</summary>
    public static async Task<Case> Belong(Session s, Case c, Id<Customer> customer)
    {
        var known = await (await CustomerSight.Of(s)).Find(s, await Merging.Goer(s, customer));
        if (c.IsKnown && (await Merging.Chain(s, c.CustomerId)).Contains(known.CustomerId)) return c;
        var grade = await s.Maybe<string>("select grade from standings where customer_id = @CustomerId", new { known.CustomerId }) ?? "";
        var key = new { from = c.CustomerId, to = known.CustomerId, c.Id };
        await s.Write($"insert into cases ({OfCase}) select {OfCase.Replace("customer_id, id", "@to, id", StringComparison.Ordinal)} from cases where customer_id = @from and id = @Id", key);
        foreach (var (table, columns) in tables)
        {
            await s.Write($"insert into {table} (customer_id, {columns}) select @to, {columns} from {table} where customer_id = @from and case_id = @Id", key);
            if (table == "case_files") await Parts(s, c, known.CustomerId);
            await s.Write($"delete from {table} where customer_id = @from and case_id = @Id", key);
        }
        await new GesturesFollow(c.Id, c.CustomerId, known.CustomerId).Run(s);
        await s.Write("delete from cases where customer_id = @from and id = @Id", key);
        await s.Write("update case_numbers set customer_id = @to where case_id = @Id", key);
        await s.Write("update case_receipts set customer_id = @to where case_id = @Id", key);
        await s.Write("update cases set merged_into_customer = @to where merged_into = @Id", key);
        await s.Write("update case_merges set into_customer_id = @to where into_case_id = @Id", key);
        var moved = c with { CustomerId = known.CustomerId, IsKnown = true, Grade = grade, ContactName = c.ContactName ?? known.Name, ContactEmail = c.ContactEmail ?? known.Email, ContactPhone = c.ContactPhone ?? known.Phone };
        await CaseStore.Change(s, c with { CustomerId = known.CustomerId }, moved);
        return moved;
    }

    static async Task Parts(Session s, Case c, Id<Customer> to)
    {
        foreach (var file in await s.Many<Id<CaseFile>>("select id from case_files where customer_id = @CustomerId and case_id = @Id", new { c.CustomerId, c.Id }))
        {
            await s.Write("insert into case_file_parts (customer_id, file_id, number, bytes) select @to, file_id, number, bytes from case_file_parts where customer_id = @CustomerId and file_id = @file", new { to, c.CustomerId, file });
            await s.Write("delete from case_file_parts where customer_id = @CustomerId and file_id = @file", new { c.CustomerId, file });
        }
    }
}
