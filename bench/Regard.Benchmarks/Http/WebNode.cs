using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Regard.Storage;
using Regard.Surveys;
using Regard.Web;
namespace Regard.Benchmarks.Http;

/// <summary>The real web node in a process of its own, on any free port.</summary>
sealed class WebNode : IAsyncDisposable
{
    readonly Process process;

    WebNode(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<WebNode> On(string setting)
    {
        Environment.SetEnvironmentVariable("REGARD_LIMIT_RESPOND", "1000000000");
        var process = OwnProcess.Start("node", setting);
        return new(process, new Uri(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The web node did not start.")));
    }

    /// <summary>Transactions in which single responses were kept so far.</summary>
    public async Task<long> Batches()
    {
        await process.StandardInput.WriteLineAsync("batches");
        return long.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
    }

    /// <summary>Inside that process: serves until the one that started it lets go.</summary>
    public static async Task Serve(string setting)
    {
        await using var app = RegardApp.Build(new RegardSettings { Database = Database.At(setting), Address = "http://127.0.0.1:0", Quiet = true });
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        var writer = app.Services.GetRequiredService<ResponseWriter>();
        while (await Console.In.ReadLineAsync() is not null) Console.WriteLine(writer.Batches);
        await app.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
