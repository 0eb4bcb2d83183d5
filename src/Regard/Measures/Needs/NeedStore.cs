namespace Regard.Measures;

static class NeedStore
{
    /// <summary>Those that were not taken off the list.</summary>
    public static Task<List<Need>> All(Session s) => s.Many<Need>("select code, names, indicators as packed, importance, source from needs where dropped_at is null order by code");

    public static async Task<HashSet<string>> Indicators(Session s) => [.. await s.Many<string>("select distinct code from indicators where parent_code is not null")];

    public static Task Put(Session s, Need need) => s.Write("""
        insert into needs (code, names, indicators, importance, source, made_by, made_at) values (@Code, @Names, @Packed, @Importance, @Source, @Person, @Now)
        on conflict (code) do update set names = @Names, indicators = @Packed, importance = @Importance, source = @Source, made_by = @Person, made_at = @Now, dropped_at = null
        """, new { need.Code, need.Names, need.Packed, need.Importance, need.Source, s.Caller.Person, s.Now });
}
