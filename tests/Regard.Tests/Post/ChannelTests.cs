using System.Net;
using System.Text;
using Regard.Audit;
using Regard.Post;
using Regard.Post.Channels;
using Regard.Post.Wire;
using Regard.Storage;
using Regard.Tests.Organisation;
namespace Regard.Tests.Post;

public class ChannelTests
{
    [Theory, EachDatabase]
    public async Task Secrets_are_kept_sealed_and_told_to_nobody(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        await using var receiver = await Receiver.Start();
        var id = await t.Do(GivenPost.Webhook(receiver), c.Administrator);
        await using var connection = await t.Database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "select secrets from channels";
        var kept = (byte[])(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        Assert.DoesNotContain(GivenPost.Key, Encoding.UTF8.GetString(kept));
        Assert.DoesNotContain(GivenPost.Key, GivenPost.Webhook(receiver).ToString());
        Assert.DoesNotContain(GivenPost.Key, System.Text.Json.JsonSerializer.Serialize(await t.Do(new ListChannels(), c.Administrator)));
        Assert.DoesNotContain((await t.Do(new ListAudit(new(), null), c.Administrator)).Rows, r => r.Subject?.Contains(GivenPost.Key, StringComparison.Ordinal) == true);
        Assert.Equal(GivenPost.Key, (await t.Do(new OpenChannels())).Single().Secrets!.Key);
        // Changing the rest leaves the secret as it is.
        await t.Do(GivenPost.Webhook(receiver, "orders 2") with { Id = id, Key = "" }, c.Administrator);
        Assert.Equal(GivenPost.Key, (await t.Do(new OpenChannels())).Single().Secrets!.Key);
    }

    [Theory, EachDatabase]
    public async Task A_channel_that_is_led_elsewhere_does_not_take_its_secrets_along(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await using var receiver = await Receiver.Start();
        var id = await t.Do(GivenPost.Webhook(receiver));
        var refused = await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveChannel(id, ChannelKind.Webhook, "orders", new() { Url = "https://elsewhere.test/" })));
        Assert.Contains("leads elsewhere", refused.Message);
    }

    [Fact]
    public void A_sealed_secret_opens_with_its_key_for_its_owner_only()
    {
        var (seal, owner) = (Seal.From("a key of the operator, 32 characters"), Guid.NewGuid());
        var closed = seal.Close("secret"u8.ToArray(), owner);
        Assert.Equal("secret"u8.ToArray(), seal.Open(closed, owner));
        Assert.Null(seal.Open(closed, Guid.NewGuid()));
        Assert.Null(Seal.From("another key of the operator, 32 char").Open(closed, owner));
        for (var i = 0; i < closed.Length; i++)
        {
            var changed = closed.ToArray();
            changed[i] ^= 1;
            Assert.Null(seal.Open(changed, owner));
        }
    }

    [Theory]
    [InlineData("93.184.216.34", true, true)]
    [InlineData("2606:2800:220:1::1", true, true)]
    [InlineData("127.0.0.1", false, true)]
    [InlineData("10.1.2.3", false, true)]
    [InlineData("172.31.0.1", false, true)]
    [InlineData("192.168.1.1", false, true)]
    [InlineData("100.64.0.1", false, true)]
    [InlineData("::1", false, true)]
    [InlineData("fd00::1", false, true)]
    [InlineData("::ffff:10.0.0.1", false, true)]
    [InlineData("64:ff9b::a00:1", false, true)]
    [InlineData("2002:a00:1::", false, true)]
    [InlineData("169.254.169.254", false, false)]
    [InlineData("::ffff:169.254.169.254", false, false)]
    [InlineData("100.100.100.200", false, false)]
    [InlineData("fe80::1", false, false)]
    [InlineData("0.0.0.0", false, false)]
    [InlineData("::", false, false)]
    [InlineData("224.0.0.1", false, false)]
    public void Channels_lead_into_the_own_network_only_where_that_was_said(string address, bool usually, bool whenSaid) =>
        Assert.Equal((usually, whenSaid), (AddressGuard.Allows(IPAddress.Parse(address), false), AddressGuard.Allows(IPAddress.Parse(address), true)));

    [Theory, EachDatabase]
    public async Task A_webhook_that_leads_into_the_own_network_unsaid_is_not_called(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await using var receiver = await Receiver.Start();
        // Names are resolved when it is called, so a name that leads inside is found out then.
        await t.Do(new SaveChannel(null, ChannelKind.Webhook, "orders", new() { Url = $"https://localhost:{new Uri(receiver.Url).Port}/" }) { Key = GivenPost.Key });
        await t.Put(new(MessageKind.Webhook, "orders", "x", "{}"));
        await t.SendPost();
        Assert.Empty(receiver.Calls);
        Assert.Equal("localhost leads into the own network, which this channel may not reach.", (await t.Single(MessageState.Waiting)).Error!.ToString());
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveChannel(null, ChannelKind.Webhook, "plain", new() { Url = "http://example.com/" }) { Key = GivenPost.Key }));
    }

    [Theory, EachDatabase]
    public async Task A_test_message_goes_the_way_of_all_others(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await using var receiver = await Receiver.Start();
        var id = await t.Do(GivenPost.Webhook(receiver));
        await t.Do(new SendTest(id, ""));
        await t.SendPost();
        Assert.Contains("This is a test of the channel orders.", Assert.Single(receiver.Calls).Body);
        await t.Do(new SwitchChannel(id, false));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SendTest(id, "")));
    }
}
