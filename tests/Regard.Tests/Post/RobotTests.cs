using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Regard.Post;
using Regard.Post.Channels;
using Regard.Storage;
namespace Regard.Tests.Post;

public class RobotTests
{
    static readonly DateTimeOffset at = DateTimeOffset.FromUnixTimeMilliseconds(1_599_360_473_123);

    [Fact]
    public void Calls_are_signed_as_each_house_wants_it()
    {
        // Expected values: openssl dgst -sha256 -hmac, base64 (OpenSSL 3.0), 2026-11-22.
        var (ding, _) = Robots.Call(ChannelKind.DingTalk, "https://x.test/send", new() { Token = "t", Key = "SECdemo" }, "hi", at);
        Assert.Equal("https://x.test/send?access_token=t&timestamp=1599360473123&sign=" + Uri.EscapeDataString("1HQs9f3cSAHzovKqY78he1KVa4lpHx38oe3kOWE08vc="), ding.AbsoluteUri);
        var (feishu, body) = Robots.Call(ChannelKind.Feishu, "https://x.test/hook", new() { Token = "abc", Key = "demo" }, "投诉", at);
        Assert.Equal("https://x.test/hook/abc", feishu.AbsoluteUri);
        using var json = JsonDocument.Parse(body);
        Assert.Equal(("1599360473", "l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=", "投诉"), (json.RootElement.GetProperty("timestamp").GetString()!, json.RootElement.GetProperty("sign").GetString()!, json.RootElement.GetProperty("content").GetProperty("text").GetString()!));
        var (wecom, _) = Robots.Call(ChannelKind.WeCom, "https://x.test/send", new() { Token = "k y" }, "hi", at);
        Assert.Equal("https://x.test/send?key=k%20y", wecom.AbsoluteUri);
    }

    [Fact]
    public void Long_texts_are_cut_at_the_end_of_a_character()
    {
        var (_, body) = Robots.Call(ChannelKind.WeCom, "https://x.test/send", new() { Token = "k" }, string.Concat(Enumerable.Repeat("投诉😠", 500)), at);
        var sent = JsonDocument.Parse(body).RootElement.GetProperty("text").GetProperty("content").GetString()!;
        Assert.InRange(Encoding.UTF8.GetByteCount(sent), 2030, 2048);
        Assert.EndsWith("…", sent);
        Assert.DoesNotContain('\uFFFD', sent);
    }

    [Theory, EachDatabase]
    public async Task A_house_that_refuses_with_status_200_has_refused(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await using var house = await Receiver.Start();
        house.Answer = """{"errcode":310000,"errmsg":"sign not match"}""";
        await t.Do(new SaveChannel(null, ChannelKind.DingTalk, "desk", new() { Url = house.Url + "/send", AllowsPrivate = true }) { Token = "t", Key = "SECdemo" });
        await t.Put(new(MessageKind.Robot, "desk", "", "投诉升级"));
        await t.SendPost();
        Assert.Equal(MessageState.Waiting, (await t.Single()).State);
        Assert.Equal("The robot's house refused it: 310000 sign not match", (await t.Do(new ListChannels())).Single().Error!.ToString());
        house.Answer = """{"errcode":0,"errmsg":"ok"}""";
        t.Clock.Now += TimeSpan.FromMinutes(1);
        await t.SendPost();
        Assert.Equal(MessageState.Sent, (await t.Single()).State);
        Assert.Contains("投诉升级", house.Calls.Last().Body);
        Assert.Null((await t.Do(new ListChannels())).Single().Error);
    }

    [Theory, EachDatabase]
    public async Task A_webhook_can_tell_our_calls_from_forged_changed_and_replayed_ones(Engine on)
    {
        await using var t = await TestOffice.On(on);
        await using var receiver = await Receiver.Start();
        await t.Do(GivenPost.Webhook(receiver));
        await t.Do(new TellWebhooks("case.opened", new { number = 7, title = "漏水" }, 7));
        await t.SendPost();
        var call = Assert.Single(receiver.Calls);
        Assert.Contains("\"event\":\"case.opened\"", call.Body);
        Assert.Contains("漏水", call.Body);
        var (signature, time) = (call.Headers[Signature.Header], call.Headers[Signature.TimeHeader]);
        Assert.True(Signature.Holds(GivenPost.Key, call.Body, signature, time, t.Clock.Now));
        Assert.False(Signature.Holds("another key of some length", call.Body, signature, time, t.Clock.Now));
        Assert.False(Signature.Holds(GivenPost.Key, call.Body + " ", signature, time, t.Clock.Now));
        Assert.False(Signature.Holds(GivenPost.Key, call.Body, signature, time, t.Clock.Now + Signature.Window + TimeSpan.FromSeconds(1)));
        Assert.False(Signature.Holds(GivenPost.Key, call.Body, signature, "99999999999999999", t.Clock.Now));
        Assert.Equal("v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(GivenPost.Key), Encoding.UTF8.GetBytes(time + "." + call.Body))), signature);
    }
}
