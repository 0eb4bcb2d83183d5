namespace Regard.Loyalty;

/// <summary>Has all customers worked out anew, in the background.</summary>
public sealed record AskForWorking : Change<Done>
{
    internal const string Asked = "working-asked";

    internal override Permission Needs => Permission.EditCustomerRules;

    internal override async Task<Done> Run(Session s)
    {
        await Ask(s);
        return default;
    }

    internal static Task Ask(Session s) => s.Write("insert into settings (name, value) values (@Asked, '') on conflict (name) do nothing", new { Asked });
}
