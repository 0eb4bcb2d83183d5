using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Regard.Post.Channels;
namespace Regard.Post;

/// <summary>What chat robots are told, signed as each house wants it.</summary>
/// <remarks>Rules of the houses' developer sites, read 2026-11: WeCom group robot, DingTalk custom robot, Feishu custom bot.</remarks>
public static class Robots
{
    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string UsualUrl(ChannelKind kind) => kind switch
    {
        ChannelKind.WeCom => "https://qyapi.weixin.qq.com/cgi-bin/webhook/send",
        ChannelKind.DingTalk => "https://oapi.dingtalk.com/robot/send",
        ChannelKind.Feishu => "https://open.feishu.cn/open-apis/bot/v2/hook",
        _ => "",
    };

    internal static (Uri To, string Body) Call(ChannelKind kind, string url, ChannelSecrets secrets, string text, DateTimeOffset now)
    {
        var token = Uri.EscapeDataString(secrets.Token);
        var (address, body) = kind switch
        {
            ChannelKind.WeCom => ($"{url}?key={token}", new JsonObject { ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = Cut(text, 2048) } }),
            ChannelKind.DingTalk => ($"{url}?access_token={token}{DingTalkSign(secrets.Key, now)}", new JsonObject { ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = Cut(text, 18_000) } }),
            _ => ($"{url.TrimEnd('/')}/{token}", Feishu(secrets.Key, text, now)),
        };
        return (new Uri(address), body.ToJsonString(Json));
    }

    /// <summary>Milliseconds and the key are signed with the key itself.</summary>
    static string DingTalkSign(string key, DateTimeOffset now)
    {
        if (key.Length == 0) return "";
        var at = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return $"&timestamp={at}&sign={Uri.EscapeDataString(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{at}\n{key}"))))}";
    }

    /// <summary>Seconds and the key are the key; what is signed is empty.</summary>
    static JsonObject Feishu(string key, string text, DateTimeOffset now)
    {
        var body = new JsonObject();
        if (key.Length > 0)
        {
            var at = Signature.Seconds(now);
            body["timestamp"] = at;
            body["sign"] = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{at}\n{key}"), Array.Empty<byte>()));
        }
        body["msg_type"] = "text";
        body["content"] = new JsonObject { ["text"] = Cut(text, 18_000) };
        return body;
    }

    /// <summary>These houses answer 200 also when they refuse, and tell it by a number in the body.</summary>
    internal static void DemandTaken(ChannelKind kind, string answer)
    {
        JsonNode? node;
        try { node = JsonNode.Parse(answer); }
        catch (JsonException) { node = null; }
        var (code, words) = node is JsonObject o ? (Number(o["errcode"] ?? o["code"] ?? o["StatusCode"]), (o["errmsg"] ?? o["msg"] ?? o["StatusMessage"])?.ToString() ?? "") : (null, "");
        if (code == 0) return;
        throw new Undeliverable(Words.Of("The robot's house refused it: {0} {1}", code?.ToString(CultureInfo.InvariantCulture) ?? "?", words.Length > 200 ? words[..200] : words));
    }

    static long? Number(JsonNode? node) => node is JsonValue v && v.TryGetValue<long>(out var n) ? n : null;

    /// <summary>At most so many bytes of UTF-8, at the end of a character.</summary>
    static string Cut(string text, int bytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= bytes) return text;
        var cut = new StringBuilder();
        var used = 3;
        foreach (var rune in text.EnumerateRunes())
        {
            if ((used += rune.Utf8SequenceLength) > bytes) break;
            cut.Append(rune.ToString());
        }
        return cut.Append('…').ToString();
    }
}
