using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Regard.Post.Channels;
namespace Regard.Post.Wire;

/// <summary>Sends JSON to robots, gateways and webhooks. No redirects, no proxy, short answers.</summary>
static class HttpCall
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(20);
    const int LongestAnswer = 64 * 1024;

    static readonly HttpClient outside = Client(allowsPrivate: false), anywhere = Client(allowsPrivate: true);

    static HttpClient Client(bool allowsPrivate) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseProxy = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = async (context, stop) => await AddressGuard.Connect(context.DnsEndPoint.Host, context.DnsEndPoint.Port, allowsPrivate, stop),
    }) { Timeout = patience, MaxResponseContentBufferSize = LongestAnswer };

    /// <summary>What a success answers; everything else is thrown as what it means for the next try.</summary>
    public static async Task<string> Send(ChannelSetup setup, Uri to, string json, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = new StringContent(json, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json; charset=utf-8")) };
        request.Headers.TryAddWithoutValidation("User-Agent", "Regard");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var answer = await (setup.AllowsPrivate ? anywhere : outside).SendAsync(request);
            if (answer.IsSuccessStatusCode) return await answer.Content.ReadAsStringAsync();
            throw new Undeliverable(Words.Of("{0} answered with status {1}.", to.Host, (int)answer.StatusCode), lasting: IsLasting(answer.StatusCode)) { OfMessage = IsLasting(answer.StatusCode) };
        }
        catch (HttpRequestException e) when (e.InnerException is Undeliverable told) { throw told; }
        catch (HttpRequestException e) { throw new Undeliverable(Words.Of("{0} cannot be reached: {1}", to.Host, e.HttpRequestError.ToString()), inner: e); }
        catch (OperationCanceledException e) { throw new Undeliverable(Words.Of("The server did not answer in time."), inner: e); }
    }

    /// <summary>The same words will be refused again, unless it was for the moment only.</summary>
    static bool IsLasting(HttpStatusCode status) => (int)status is >= 300 and < 500 && status is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or (HttpStatusCode)425);
}
