/// declaim-reader: reads documents that need heavy libraries for declaim. Not for the user.
int main() { return 1; }
