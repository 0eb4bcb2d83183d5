using Regard.Web.Audit;
namespace Regard.Web.Tests.Audit;

public class OperationNamesTests
{
    static bool Changes(Type type)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
            if (t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Change<>)) return true;
        return false;
    }

    [Fact]
    public void Every_change_is_named_in_the_trail_in_each_language()
    {
        Catalogue.Teach(typeof(RegardApp).Assembly);
        var unnamed = typeof(Change<>).Assembly.GetTypes().Where(t => !t.IsAbstract && Changes(t)).Select(t => OperationNames.Said(t.Name).Text).Where(text => !Catalogue.Entries.ContainsKey(text));
        Assert.True(!unnamed.Any(), "Translate in src/Regard.Web/Audit/Words.json: " + string.Join(", ", unnamed));
    }
}
