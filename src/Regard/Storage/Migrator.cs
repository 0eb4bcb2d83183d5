using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
namespace Regard.Storage;

/// <summary>Brings a database to this version's tables. Refuses an edited script, a database of a newer version and half a pair of scripts.</summary>
sealed class Migrator(Database database)
{
    sealed record Script(string Name, string Text)
    {
        public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\n"))));
    }

    sealed record Applied
    {
        public required string Name { get; init; }
        public required string Hash { get; init; }
    }

    public async Task Run(TimeProvider clock)
    {
        await using var connection = await database.Open();
        if (database.Dialect.Engine == Engine.Sqlite) await connection.ExecuteAsync("pragma journal_mode = wal; pragma synchronous = full;");
        await using var alone = await database.Dialect.BeginAlone(connection);
        await connection.ExecuteAsync("create table if not exists migrations (name text primary key, hash text not null, applied_at timestamptz not null)", transaction: alone);
        var applied = (await connection.QueryAsync<Applied>("select name, hash from migrations", transaction: alone)).ToDictionary(a => a.Name, a => a.Hash);
        var scripts = Scripts(database.Dialect.Engine).ToList();
        foreach (var name in applied.Keys.Except(scripts.Select(s => s.Name)))
            throw new Refused("The database was made by a newer version of Regard (it knows {0}). Please upgrade Regard.", name);
        foreach (var script in scripts) await Apply(script, applied, connection, alone, clock);
        await alone.CommitAsync();
    }

    static async Task Apply(Script script, Dictionary<string, string> applied, DbConnection connection, DbTransaction alone, TimeProvider clock)
    {
        if (applied.TryGetValue(script.Name, out var hash))
        {
            if (hash != script.Hash) throw new Refused("The migration {0} was edited after it had been applied.", script.Name);
            return;
        }
        await connection.ExecuteAsync(script.Text, transaction: alone);
        await connection.ExecuteAsync("insert into migrations (name, hash, applied_at) values (@Name, @Hash, @now)", new { script.Name, script.Hash, now = clock.GetUtcNow().ToMilliseconds() }, alone);
    }

    static IEnumerable<Script> Scripts(Engine engine)
    {
        var files = All().ToList();
        foreach (var pair in files.GroupBy(f => f.Name.Split('.')[0]).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var special = pair.Where(f => f.Name.Contains('.')).ToList();
            if (special.Count > 0 && !(pair.Count() == 2 && special.Count == 2)) throw new InvalidOperationException($"Migration {pair.Key} needs a text for each engine.");
            var ending = engine == Engine.Sqlite ? ".sqlite" : ".postgres";
            yield return special.Count == 0 ? pair.Single() : special.Single(f => f.Name.EndsWith(ending, StringComparison.Ordinal));
        }
    }

    static IEnumerable<Script> All()
    {
        var assembly = typeof(Migrator).Assembly;
        const string folder = "Regard.Storage.Migrations.";
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal) && !n.EndsWith(".citus.sql", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return new Script(resource[folder.Length..^".sql".Length], reader.ReadToEnd());
        }
    }
}
