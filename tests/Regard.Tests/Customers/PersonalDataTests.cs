using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Regard.Audit;
using Regard.Customers;
using Regard.Standards;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
namespace Regard.Tests.Customers;

public class PersonalDataTests
{
    /// <summary>Text columns of the tables that grow with customers and say nothing of who somebody is.</summary>
    static readonly HashSet<(string, string)> impersonal =
    [
        ("customers", "kind"), ("customers", "language_tag"), ("customers", "segment"), ("events", "kind"), ("events", "category"),
        ("contracts", "kind"), ("contracts", "ended_because"), ("assets", "kind"), ("assets", "model"), ("consents", "purpose"), ("consents", "channel"), ("referral_invitations", "channel"), ("customer_notes", "kind"), ("customer_promises", "indicator_code"), ("customer_promises", "outcome"),
        ("customer_twins", "reasons"), ("standings", "segment"), ("standings", "grade"), ("standings", "state"), ("standings", "next_category"), ("standings", "loyalty_type"), ("standings", "reasons"), ("grades_held", "grade"), ("lost_reviews", "segment"), ("lost_reviews", "grade"), ("review_findings", "reason"),
        ("cases", "kind"), ("cases", "channel"), ("cases", "state"), ("cases", "wants"), ("cases", "severity"), ("cases", "fault"), ("cases", "cause"), ("cases", "grade"), ("cases", "language_tag"), ("cases", "body"),
        ("case_owners", "how"), ("case_handovers", "answer"), ("case_clocks", "kind"), ("case_clocks", "outcome"), ("case_steps", "step"), ("case_steps", "channel"), ("case_notes", "kind"), ("case_notes", "channel"), ("case_notes", "message_id"),
        ("case_receipts", "hash"), ("case_files", "hash"), ("invitations", "secret_hash"), ("responses", "ratings"), ("case_files", "type"), ("case_files", "scan"), ("case_proposals", "channel"), ("case_closures", "reason"), ("case_closures", "channel"), ("case_tasks", "kind"),
        ("gestures", "kind"), ("gestures", "state"), ("gestures", "grade"), ("gestures", "cause"), ("gestures", "fault"), ("gestures", "reasons"),
        ("case_follow_ups", "state"), ("case_surveys", "secret_hash"), ("case_surveys", "language_tag"), ("case_surveys", "answers"), ("call_backs", "state"), ("call_backs", "skipped"), ("call_back_attempts", "outcome"), ("calls", "call_id"), ("calls", "to_number"), ("calls", "purpose"),
        ("field_notes", "kind"), ("field_notes", "staff_group"), ("field_notes", "ours"), ("field_notes", "mix"),
        // What respondents wrote is shown apart from who they are, by a permission of its own.
        ("invitations", "segment"), ("responses", "segment"), ("responses", "channel"), ("responses", "language_tag"), ("responses", "answers"), ("answer_drafts", "language_tag"), ("answer_drafts", "answers"),
    ];

    [Fact]
    public void Every_text_kept_of_customers_is_personal_or_known_not_to_be()
    {
        var assembly = typeof(PersonalData).Assembly;
        var sql = string.Join("\n", assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Select(n => new StreamReader(assembly.GetManifestResourceStream(n)!).ReadToEnd()));
        var columns = (from table in Regex.Matches(sql, @"create table (\w+) \((.*?)\n\);", RegexOptions.Singleline)
                       where Regex.IsMatch(table.Groups[2].Value, @"^\s+customer_id\s+uuid", RegexOptions.Multiline)
                       from column in Regex.Matches(table.Groups[2].Value, @"^\s+(\w+)\s+(?:text|bytea)", RegexOptions.Multiline)
                       select (table.Groups[1].Value, column.Groups[1].Value)).ToHashSet();
        Assert.True(columns.Count > 30);
        Assert.Equal([], columns.Except(PersonalData.Columns).Except(impersonal));
        Assert.Equal([], PersonalData.Columns.Concat(impersonal).Except(columns));
    }

    const string Marker = "ZQXJV";

    /// <summary>A customer whose every personal column reads as the marker.</summary>
    public static async Task<(KnownCustomers Given, Id<Customer> Customer)> Marked(TestOffice t)
    {
        var g = await KnownCustomers.In(t);
        var me = await g.Add("somebody", externalId: "x", email: "e@example.com", phone: "13800138000");
        var other = await g.Add("somebody else", phone: "13800138000");
        var account = await g.Add("account", kind: CustomerKind.Account);
        await g.Execute("update customers set account_id = @account where customer_id = @me", new { account, me });
        await g.AddAsset(me, "p", "s");
        await g.Bought(me, "2031-01-01", words: "w");
        await g.AddContract(me, "2030-01-01");
        await t.Do(new SetConsent(me, Purpose.Survey, Channel.Email, true, new(2031, 1, 1), "s"));
        await t.Do(new AddCustomerNote(me, NoteKind.Need, "n"));
        await t.Do(new AddPreference(me, "p", new(2031, 1, 1)));
        await t.Do(new PromiseToCustomer(me, g.Company.Store(1), "w", new(2031, 6, 1)), g.Company.FrontLine);
        await t.Do(new MergeCustomers(me, other));
        await g.Stands(me);
        foreach (var (table, column) in PersonalData.Columns) await g.Execute($"update {table} set {column} = '张{Marker}'");
        return (g, me);
    }

    [Theory, EachDatabase]
    public async Task Who_may_not_see_personal_data_gets_dots_from_every_operation(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var (g, me) = await Marked(t);
        foreach (var (caller, sees) in new[] { (g.Company.Executive, true), (g.Company.StoreManager, true), (g.Company.FrontLine, true), (g.Company.Analyst, false) })
        {
            var page = new StringBuilder(JsonSerializer.Serialize(await t.Do(new ShowCustomer(me), caller)));
            page.Append(JsonSerializer.Serialize(await t.Do(new FindCustomers(new(), CustomerSort.Newest), caller))).Append(JsonSerializer.Serialize(await t.Do(new FindCustomers(new() { Query = "1" }), caller)));
            using var file = new MemoryStream();
            await t.Do(new ExportCustomers(await t.Do(new AskForExport(new()), caller), file), caller);
            page.Append(Encoding.UTF8.GetString(file.ToArray()));
            Assert.Equal(sees, page.ToString().Contains(Marker, StringComparison.Ordinal));
            Assert.Equal(!sees, page.ToString().Contains("•••", StringComparison.Ordinal) || page.ToString().Contains("\\u2022\\u2022\\u2022", StringComparison.Ordinal));
        }
        foreach (var caller in new[] { g.Company.Agency, g.Company.Administrator }) Assert.True((await Assert.ThrowsAsync<Refused>(() => t.Do(new ShowCustomer(me), caller))).Forbidden);
    }

    [Theory, EachDatabase]
    public async Task Who_may_not_see_personal_data_finds_by_number_only(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        await g.Add("张三丰", "13800138000", externalId: "77");
        foreach (var query in new[] { "张三", "zsf", "13800138000", "8000", "77" }) Assert.Empty(await g.Found(query, g.Company.Analyst));
        Assert.Equal(["张•••"], await g.Found("1", g.Company.Analyst));
    }

    [Theory, EachDatabase]
    public async Task A_manager_finds_and_sees_the_customers_of_own_units_and_no_others(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        var (mine, theirs, nobodys) = (await g.Add("张三丰"), await g.Add("张无忌", unit: g.Company.Store(2)), await g.Add("张翠山", ofNoUnit: true));
        Assert.Equal(["张三丰"], await g.Found("张", g.Company.StoreManager));
        Assert.Equal(["张三丰", "张无忌"], (await g.Found("张", g.Company.RegionalManager)).Order(StringComparer.Ordinal));
        Assert.Equal(3, (await g.Found("张", g.Company.Executive)).Count());
        Assert.Equal(1, (await t.Do(new FindCustomers(new(), CustomerSort.Newest), g.Company.StoreManager)).Count);
        foreach (var (id, number) in new[] { (theirs, "2"), (nobodys, "3") })
        {
            Assert.Empty(await g.Found(number, g.Company.StoreManager));
            await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowCustomer(id), g.Company.StoreManager));
            await Assert.ThrowsAsync<NotFound>(() => t.Do(new AddCustomerNote(id, NoteKind.Need, "x"), g.Company.StoreManager));
            await Assert.ThrowsAsync<NotFound>(() => t.Do(new SetConsent(id, Purpose.Survey, Channel.Email, true, new(2031, 1, 1), "x"), g.Company.StoreManager));
        }
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new FindCustomers(new() { Unit = g.Company.South }), g.Company.StoreManager));
        Assert.Equal(mine, (await t.Do(new ShowCustomer(mine), g.Company.FrontLine)).Customer.CustomerId);
        Assert.False((await t.Do(new ShowCustomer(mine), g.Company.FrontLine)).MayEdit);
    }

    [Theory, EachDatabase]
    public async Task Taking_a_list_along_leaves_a_trace_that_names_no_customer(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await KnownCustomers.In(t);
        await g.Stands(await g.Add("=张三丰"), grade: "A");
        using var file = new MemoryStream();
        var rows = await t.Do(new ExportCustomers(await t.Do(new AskForExport(new() { Query = "张三", Grade = "A" }), g.Company.StoreManager), file), g.Company.StoreManager);
        Assert.Equal(1, rows);
        Assert.Contains("'=张三丰", Encoding.UTF8.GetString(file.ToArray()));
        var entry = (await t.Do(new ListAudit(new() { Operation = nameof(AskForExport) }))).Rows.Single();
        Assert.Equal(("Stan Manager", "query A Worth"), (entry.PersonName, entry.Subject));
    }
}
