using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
namespace Regard.Tests.Post;

/// <summary>Stands for a robot's house, a gateway or a webhook's receiver: the outside world.</summary>
sealed class Receiver : IAsyncDisposable
{
    readonly WebApplication app;

    Receiver(WebApplication app) => this.app = app;

    public ConcurrentQueue<Call> Calls { get; } = new();
    public int Status { get; set; } = 200;
    public string Answer { get; set; } = """{"errcode":0,"errmsg":"ok","code":0}""";
    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<Receiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            receiver.Calls.Enqueue(new(http.Request.Path + http.Request.QueryString, await reader.ReadToEndAsync(), http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            http.Response.StatusCode = receiver.Status;
            await http.Response.WriteAsync(receiver.Answer);
        });
        await app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

sealed record Call(string Path, string Body, Dictionary<string, string> Headers);
