using System.Reflection;
using Regard.Storage;
using Xunit.Sdk;
using Xunit.v3;
namespace Regard.Tests;

/// <summary>Runs the test on SQLite and on PostgreSQL (named as skipped there when REGARD_TEST_POSTGRES is not set).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachDatabase : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) => new([
        new TheoryDataRow<Engine>(Engine.Sqlite),
        new TheoryDataRow<Engine>(Engine.Postgres) { Skip = TestOffice.Postgres is null ? "REGARD_TEST_POSTGRES is not set; ./test starts a PostgreSQL and sets it" : null },
    ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
