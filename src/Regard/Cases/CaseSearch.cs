using System.Globalization;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Finds cases by the words said in them.</summary>
static class CaseSearch
{
    /// <summary>With more units than these the index is not asked for each of them: so many see almost everything.</summary>
    const int MostUnits = 50;

    public static long? Number(string query) => long.TryParse(query.Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The newest of those that have all the words, by the first reading of them that finds any.</summary>
    public static async Task<List<CaseRow>> Newest(Session s, CaseSight sight, CaseFilter filter, string where, Dictionary<string, object?> values, int most)
    {
        var near = Near(s, sight, filter);
        foreach (var asked in CustomerWords.Asked(filter.Query!))
        {
            values["found"] = s.Dialect.Search(asked, near);
            var rows = await s.Many<CaseRow>($"""
                select {CaseRow.Columns} from (select {CaseRow.Inner} from {s.Dialect.FoundCases} and {where} order by {s.Dialect.NewestFound} limit {most}) c
                join units u on u.id = c.unit_id join people o on o.id = c.owner_id
                """, values);
            if (rows.Count > 0) return rows;
        }
        return [];
    }

    /// <summary>Words one of which each case has that the caller sees, so that a search in one store reads no more than that store; none where that is no help.</summary>
    static List<string> Near(Session s, CaseSight sight, CaseFilter filter)
    {
        if (filter.Offered) return [];
        if (filter.Mine && s.Caller.Person is { } owner) return [CaseWords.OfPerson(owner)];
        var units = filter.Unit is { } asked ? sight.Tree.Under(asked).Select(u => u.Id).Where(sight.Cares).ToList() : sight.IsWhole ? [] : [.. sight.Units];
        if (units.Count > MostUnits) return [];
        var near = units.Select(CustomerWords.OfUnit).ToList();
        if (filter.Unit is null && !sight.IsWhole && s.Caller.Person is { } me) near.Add(CaseWords.OfPerson(me));
        return near;
    }
}
