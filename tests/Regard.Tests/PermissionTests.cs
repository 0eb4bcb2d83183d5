using System.Runtime.CompilerServices;
using Regard.Organisation;
namespace Regard.Tests;

public class PermissionTests
{
    static IEnumerable<Type> Operations => typeof(Operation<>).Assembly.GetTypes().Where(t => !t.IsAbstract && Asks(t));

    static bool Asks(Type type)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
            if (t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Operation<>)) return true;
        return false;
    }

    public static TheoryData<string> Names => [.. Operations.Select(t => t.Name).Union(PermissionTable.Rows.Keys).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names))]
    public void Each_operation_is_open_to_the_roles_in_the_table_and_to_no_other(string operation)
    {
        var type = Assert.Single(Operations, t => t.Name == operation);
        Assert.True(PermissionTable.Rows.TryGetValue(operation, out var who), $"Say in PermissionTable who may {operation}.");
        // Which permission it needs does not depend on what is asked for, so no values are needed to read it.
        var needs = (Permission)type.GetProperty("Needs", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.GetValue(RuntimeHelpers.GetUninitializedObject(type))!;

        Assert.Equal(who.Visitors, Caller.Anyone(Language.English).May(needs));
        Assert.True(Caller.Installation("test").May(needs));
        foreach (var role in Roles.All)
        {
            var caller = new Caller { Person = new(Guid.NewGuid()), Name = "x", Origin = "test", Roles = [new() { Role = role, UnitId = new(Guid.NewGuid()) }] };
            Assert.True(who.Roles.Contains(role) == caller.May(needs), $"{role} {(caller.May(needs) ? "may" : "may not")} {operation}.");
        }
        var without = new Caller { Person = new(Guid.NewGuid()), Name = "x", Origin = "test" };
        Assert.Equal(who.Roles.Count == Roles.All.Count, without.May(needs));
    }
}
