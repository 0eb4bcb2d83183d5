namespace Regard.Loyalty;

/// <summary>Has all customers worked out anew, in the background.</summary>
public sealed record AskForWorking : Change<Done>
{
    const string Asked = "working-asked";

    internal override Permission Needs => Permission.EditCustomerRules;

    internal override async Task<Done> Run(Session s)
    {
        await Ask(s);
        return default;
    }

    internal static Task Ask(Session s) => s.Write("insert into settings (name, value) values (@Asked, @at) on conflict (name) do update set value = @at", new { Asked, at = Stamp(s.Now) });

    internal static Task<string?> Pending(Session s) => s.Maybe<string>("select value from settings where name = @Asked", new { Asked });

    /// <summary>What was asked since the working out began is still to be done.</summary>
    internal static Task Settle(Session s, DateTimeOffset begun) => s.Write("delete from settings where name = @Asked and value <= @begun", new { Asked, begun = Stamp(begun) });

    static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
