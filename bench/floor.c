/* The least that a GO can cost on this machine: a bare program does the same job.
 *
 *   floor go LISTEN_PORT DEST_PORT       one datagram in, one changed E1.31 frame out to 127.0.0.1, at once
 *   floor listen FILE SECONDS PORT...    log every datagram: kernel stamp, port, universe, sequence, hash of the slots
 *
 * Both print "ready" once they listen. Addresses are always 127.0.0.1.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static struct sockaddr_in at(int port)
{
    struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return a;
}

static int bound(int port)
{
    int fd = socket(AF_INET, SOCK_DGRAM, 0), one = 1, big = 32 << 20;
    struct sockaddr_in a = at(port);
    setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &big, sizeof big);
    setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &big, sizeof big);
    setsockopt(fd, SOL_SOCKET, SO_TIMESTAMPNS, &one, sizeof one);
    if (bind(fd, (struct sockaddr *)&a, sizeof a)) { perror("bind"); exit(1); }
    return fd;
}

static int go(int listen_port, int dest_port)
{
    uint8_t frame[638] = {0, 0x10}, in[2048];
    struct sockaddr_in to = at(dest_port);
    int r = bound(listen_port), s = socket(AF_INET, SOCK_DGRAM, 0);
    memcpy(frame + 4, "ASC-E1.17", 9);
    frame[16] = 0x72; frame[17] = 0x6e; frame[21] = 4; frame[114] = 1; /* E1.31 §5, universe 1 */
    puts("ready"); fflush(stdout);
    while (recv(r, in, sizeof in, 0) > 0) {
        frame[111]++; frame[126]++;
        sendto(s, frame, sizeof frame, 0, (struct sockaddr *)&to, sizeof to);
    }
    return 0;
}

struct record { int64_t stamp; uint16_t port, universe; uint8_t sequence, first; uint16_t length; uint32_t hash, zero; };

static int listen_on(const char *file, double seconds, int n, char **ports)
{
    struct pollfd fds[16];
    int port[16];
    static char buffer[1 << 20];
    FILE *out = fopen(file, "wb");
    struct timespec start, now;
    if (!out || n > 16) return 1;
    setvbuf(out, buffer, _IOFBF, sizeof buffer);
    for (int i = 0; i < n; i++) { port[i] = atoi(ports[i]); fds[i].fd = bound(port[i]); fds[i].events = POLLIN; }
    puts("ready"); fflush(stdout);
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (;;) {
        clock_gettime(CLOCK_MONOTONIC, &now);
        if ((double)(now.tv_sec - start.tv_sec) + (double)(now.tv_nsec - start.tv_nsec) / 1e9 > seconds) break;
        if (poll(fds, (nfds_t)n, 100) <= 0) continue;
        for (int i = 0; i < n; i++) while (fds[i].revents & POLLIN) {
            uint8_t in[2048]; char control[128];
            struct iovec iov = {in, sizeof in};
            struct msghdr m = {.msg_iov = &iov, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control};
            ssize_t got = recvmsg(fds[i].fd, &m, MSG_DONTWAIT);
            if (got < 0) break;
            struct record r = {.port = (uint16_t)port[i], .length = (uint16_t)got};
            struct cmsghdr *c = CMSG_FIRSTHDR(&m);
            struct timespec t;
            if (c) { memcpy(&t, CMSG_DATA(c), sizeof t); r.stamp = (int64_t)t.tv_sec * 1000000000LL + t.tv_nsec; }
            if (got >= 126 && !memcmp(in + 4, "ASC-E1.17", 9)) {
                uint32_t h = 2166136261u; /* FNV-1a */
                for (ssize_t k = 126; k < got; k++) { h ^= in[k]; h *= 16777619u; }
                r.universe = (uint16_t)(in[113] << 8 | in[114]); r.sequence = in[111]; r.first = in[126]; r.hash = h;
            }
            fwrite(&r, sizeof r, 1, out);
        }
    }
    return fclose(out);
}

int main(int argc, char **argv)
{
    if (argc == 4 && !strcmp(argv[1], "go")) return go(atoi(argv[2]), atoi(argv[3]));
    if (argc >= 5 && !strcmp(argv[1], "listen")) return listen_on(argv[2], atof(argv[3]), argc - 4, argv + 4);
    fputs("usage: see the head of floor.c\n", stderr);
    return 2;
}
