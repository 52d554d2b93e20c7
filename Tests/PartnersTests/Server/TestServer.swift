import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOTLS
import Synchronization

/// A partner's server on loopback, with TLS, that keeps what it was sent.
final class TestServer: Sendable {
  /// What it was sent.
  struct Received: Sendable {
    var path = ""
    var headers: [String: String] = [:]
    var body: [UInt8] = []
  }

  /// How it answers.
  enum Reply: Sendable {
    case answer(status: Int, headers: [(String, String)] = [], body: String)
    /// That many bytes, as fast as they go.
    case flood(bytes: Int)
    /// The head, and then nothing for ever.
    case stall
    case silence

    static let done = Reply.answer(status: 200, body: #"{"code":0,"data":{},"message":""}"#)
  }

  let port: Int
  private let journal: Journal
  private let channel: any Channel

  /// What it was sent so far.
  var received: [Received] { journal.received.withLock { $0 } }
  /// The names that TLS asked for.
  var serverNames: [String] { journal.serverNames.withLock { $0 } }
  /// How many connections were made to it.
  var connectionCount: Int { journal.connections.withLock { $0 } }

  init(
    _ certificates: Certificates, address: String = "127.0.0.1", replying reply: Reply = .done
  ) async throws {
    let journal = Journal()
    let tls = try NIOSSLContext(
      configuration: .makeServerConfiguration(
        certificateChain: NIOSSLCertificate.fromPEMFile(certificates.certificate).map {
          .certificate($0)
        },
        privateKey: .privateKey(NIOSSLPrivateKey(file: certificates.key, format: .pem))))
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        journal.connections.withLock { $0 += 1 }
        return channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.addHandler(
            ByteToMessageHandler(
              SNIHandler { result in
                if case .hostname(let name) = result {
                  journal.serverNames.withLock { $0.append(name) }
                }
                return channel.eventLoop.makeSucceededVoidFuture()
              }))
          try pipeline.addHandler(NIOSSLServerHandler(context: tls))
          try pipeline.configureHTTPServerPipeline()
          try pipeline.addHandler(Exchange(journal, reply))
        }
      }
      .bind(host: address, port: 0).get()
    port = channel.localAddress?.port ?? 0
    self.journal = journal
  }

  deinit {
    channel.close(promise: nil)
  }

  /// What is shared by all connections.
  private final class Journal: Sendable {
    let received = Mutex<[Received]>([])
    let connections = Mutex(0)
    let serverNames = Mutex<[String]>([])
  }

  /// One connection.
  private final class Exchange: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let journal: Journal
    private let reply: Reply
    private var current = Received()

    init(_ journal: Journal, _ reply: Reply) {
      self.journal = journal
      self.reply = reply
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      switch unwrapInboundIn(data) {
      case .head(let head):
        current = Received(path: head.uri)
        for header in head.headers { current.headers[header.name.lowercased()] = header.value }
      case .body(let buffer): current.body += Array(buffer: buffer)
      case .end:
        journal.received.withLock { $0.append(current) }
        write(context)
      }
    }

    private func write(_ context: ChannelHandlerContext) {
      switch reply {
      case .answer(let status, let headers, let body):
        var all = HTTPHeaders(headers)
        all.add(name: "Content-Length", value: "\(body.utf8.count)")
        head(status, all, context)
        part(ByteBuffer(string: body), context)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
      case .flood(let bytes):
        head(200, [:], context)
        for _ in 0..<(bytes / 1024) {
          part(ByteBuffer(repeating: 0x20, count: 1024), context)
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
      case .stall:
        head(200, ["Content-Length": "100"], context)
        part(ByteBuffer(string: "{"), context)
        context.flush()
      case .silence: break
      }
    }

    private func head(_ status: Int, _ headers: HTTPHeaders, _ context: ChannelHandlerContext) {
      let head = HTTPResponseHead(
        version: .http1_1, status: HTTPResponseStatus(statusCode: status), headers: headers)
      context.write(wrapOutboundOut(.head(head)), promise: nil)
    }

    private func part(_ buffer: ByteBuffer, _ context: ChannelHandlerContext) {
      context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
  }
}
