#include "cli/run.hpp"

int main(int argc, char** argv) { return declaim::run(argc, argv); }
