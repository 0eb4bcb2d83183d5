using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using Regard.Web.Layout;
using Regard.Web.Security;
using Regard.Web.Ui;
namespace Regard.Web;

/// <summary>The web node: pages for people, JSON for programs, both through the one door.</summary>
public static class RegardApp
{
    public static WebApplication Build(RegardSettings settings)
    {
        Catalogue.Teach(typeof(RegardApp).Assembly);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(settings.Address).ConfigureKestrel(k => k.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(settings.Quiet ? LogLevel.Warning : LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        AddServices(builder.Services, settings);

        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        app.UseAssets();
        app.UseCallers();
        app.UseRefusals();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseForgeryGuard();
        app.UseAntiforgery();
        app.MapOpenApi("/api/openapi.json");
        app.MapAreas();
        return app;
    }

    static void AddServices(IServiceCollection services, RegardSettings settings)
    {
        services.AddSingleton(settings).AddSingleton(settings.Database).AddSingleton(settings.Clock).AddSingleton<Office>();
        services.AddHttpContextAccessor().AddScoped<Preferences>().AddScoped<Tongue>();
        services.AddScoped(s => s.GetRequiredService<IHttpContextAccessor>().HttpContext is { } http ? Callers.Of(http) : Caller.Anyone(Language.English));
        services.AddRazorComponents();
        services.AddAntiforgery(o => { o.Cookie.Name = "regard-form"; o.Cookie.SameSite = SameSiteMode.Strict; o.FormFieldName = "__RequestVerificationToken"; });
        services.AddDataProtection().SetApplicationName("Regard");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = new KeysInDatabase(s.GetRequiredService<Office>())));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            o.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });
        services.AddOpenApi(OpenApiShape.Describe);
        services.AddProblemDetails();
        services.AddLimits();
        services.AddAreas(settings);
    }

    static void UseAssets(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        RequestPath = "/assets",
        FileProvider = new PhysicalFileProvider(AssetFiles.Root),
        ContentTypeProvider = new FileExtensionContentTypeProvider(),
        OnPrepareResponse = c => c.Context.Response.Headers.CacheControl = c.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache",
    });
}
