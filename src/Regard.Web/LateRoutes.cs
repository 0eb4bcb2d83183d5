namespace Regard.Web;

/// <summary>Routes as the framework makes them, but for when: a handler is compiled to what answers requests when it is first asked for.
/// Hundreds of them at once would keep the first page of a server waiting for seconds.</summary>
static class LateRoutes
{
    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => Map(routes, pattern, HttpMethods.Get, handler);
    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => Map(routes, pattern, HttpMethods.Post, handler);
    public static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => Map(routes, pattern, HttpMethods.Put, handler);
    public static RouteHandlerBuilder MapPatch(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => Map(routes, pattern, HttpMethods.Patch, handler);
    public static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => Map(routes, pattern, HttpMethods.Delete, handler);

    static RouteHandlerBuilder Map(IEndpointRouteBuilder routes, string pattern, string method, Delegate handler) =>
        RouteHandlerServices.Map(routes, pattern, handler, [method], RequestDelegateFactory.InferMetadata, Late);

    static RequestDelegateResult Late(Delegate handler, RequestDelegateFactoryOptions options, RequestDelegateMetadataResult? metadata)
    {
        var answer = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, metadata).RequestDelegate);
        return new(http => answer.Value(http), [.. options.EndpointBuilder!.Metadata]);
    }
}
