using System.Data.Common;
using System.Reflection;
using Regard.Post.Channels;
using Regard.Storage;
using Xunit.Sdk;
using Xunit.v3;
namespace Regard.Tests.Post;

/// <summary>The real mail servers that ./test starts.</summary>
public static class MailServer
{
    static readonly DbConnectionStringBuilder? setting = Environment.GetEnvironmentVariable("REGARD_TEST_MAIL") is { Length: > 0 } given ? new() { ConnectionString = given } : null;

    public static bool IsThere => setting is not null;
    public static string Password => Said("Password");
    public static string Certificate => Said("Certificate");
    public static int Port(string name) => int.Parse(Said(name), System.Globalization.CultureInfo.InvariantCulture);

    static string Said(string name) => (string)setting![name];

    /// <summary>A mailbox that no other test uses.</summary>
    public static string NewAddress(string name) => $"{name}-{Guid.NewGuid():n}@regard.test";

    public static SaveChannel Smtp(string address, WireSecurity security = WireSecurity.StartTls) => new(null, ChannelKind.Smtp, "Mail out", new()
    {
        Host = "localhost", Port = Port(security == WireSecurity.Tls ? "Smtps" : "Submission"), Security = security, Certificate = Certificate, User = address, Address = address, SenderName = "客户关怀 Care", AllowsPrivate = true,
    }) { Password = Password };

    public static SaveChannel Imap(string address, WireSecurity security = WireSecurity.Tls) => new(null, ChannelKind.Imap, "Mail in", new()
    {
        Host = "localhost", Port = Port(security == WireSecurity.Tls ? "Imaps" : "Imap"), Security = security, Certificate = Certificate, User = address, Address = address, AllowsPrivate = true,
    }) { Password = Password };
}

/// <summary>Runs the test on both databases with real mail servers (named as skipped when REGARD_TEST_MAIL is not set).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachDatabaseAndMail : DataAttribute
{
    public override async ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var rows = await new EachDatabase().GetData(testMethod, disposalTracker);
        return MailServer.IsThere ? rows : [new TheoryDataRow<Engine>(Engine.Sqlite) { Skip = "REGARD_TEST_MAIL is not set; ./test starts mail servers and sets it" }];
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
